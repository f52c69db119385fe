package stdlib_test

// publicNames are the names that CPython 3.14 documents or exports for each
// module and that are here.
const publicNames = `
__future__: absolute_import all_feature_names annotations barry_as_FLUFL division generator_stop generators nested_scopes print_function
	unicode_literals with_statement
abc: ABC ABCMeta abstractclassmethod abstractmethod abstractproperty abstractstaticmethod get_cache_token update_abstractmethods
annotationlib: Format ForwardRef call_annotate_function get_annotate_from_class_namespace get_annotations type_repr
argparse: Action ArgumentDefaultsHelpFormatter ArgumentError ArgumentParser ArgumentTypeError BooleanOptionalAction FileType HelpFormatter
	MetavarTypeHelpFormatter Namespace ONE_OR_MORE OPTIONAL PARSER REMAINDER RawDescriptionHelpFormatter RawTextHelpFormatter SUPPRESS ZERO_OR_MORE
array: ArrayType array typecodes
ast: AST Add And AnnAssign Assert Assign AsyncFor AsyncFunctionDef AsyncWith Attribute AugAssign Await BinOp BitAnd BitOr BitXor BoolOp Break Call
	ClassDef Compare Constant Continue Del Delete Dict DictComp Div Eq ExceptHandler Expr Expression FloorDiv For FormattedValue FunctionDef FunctionType
	GeneratorExp Global Gt GtE If IfExp Import ImportFrom In Interactive Interpolation Invert Is IsNot JoinedStr LShift Lambda List ListComp Load Lt LtE
	MatMult Match MatchAs MatchClass MatchMapping MatchOr MatchSequence MatchSingleton MatchStar MatchValue Mod Module Mult Name NamedExpr
	NodeTransformer NodeVisitor Nonlocal Not NotEq NotIn Or ParamSpec Pass Pow PyCF_ALLOW_TOP_LEVEL_AWAIT PyCF_ONLY_AST PyCF_OPTIMIZED_AST
	PyCF_TYPE_COMMENTS RShift Raise Return Set SetComp Slice Starred Store Sub Subscript TemplateStr Try TryStar Tuple TypeAlias TypeIgnore TypeVar
	TypeVarTuple UAdd USub UnaryOp While With Yield YieldFrom alias arg arguments boolop cmpop compare comprehension copy_location dump excepthandler
	expr expr_context fix_missing_locations get_docstring get_source_segment increment_lineno iter_child_nodes iter_fields keyword literal_eval
	match_case mod operator parse pattern stmt type_ignore type_param unaryop unparse walk withitem
asyncio: ALL_COMPLETED AbstractEventLoop AbstractServer Barrier BaseEventLoop BaseProtocol BaseTransport BoundedSemaphore BrokenBarrierError
	BufferedProtocol CancelledError Condition DatagramProtocol DatagramTransport Event EventLoop FIRST_COMPLETED FIRST_EXCEPTION Future Handle
	IncompleteReadError InvalidStateError LifoQueue LimitOverrunError Lock PriorityQueue Protocol Queue QueueEmpty QueueFull QueueShutDown ReadTransport
	Runner SelectorEventLoop Semaphore SendfileNotAvailableError Server StreamReader StreamReaderProtocol StreamWriter SubprocessProtocol
	SubprocessTransport Task TaskGroup Timeout TimeoutError TimerHandle Transport WriteTransport _enter_task _get_running_loop _leave_task _register_task
	_set_running_loop _unregister_task all_tasks as_completed create_eager_task_factory create_subprocess_exec create_subprocess_shell create_task
	current_task eager_task_factory ensure_future gather get_event_loop get_event_loop_policy get_running_loop iscoroutine iscoroutinefunction isfuture
	new_event_loop open_connection open_unix_connection run run_coroutine_threadsafe set_event_loop set_event_loop_policy shield sleep start_server
	start_unix_server timeout timeout_at to_thread wait wait_for wrap_future
atexit: register unregister
base64: a85decode a85encode b16decode b16encode b32decode b32encode b32hexdecode b32hexencode b64decode b64encode b85decode b85encode decode
	decodebytes encode encodebytes standard_b64decode standard_b64encode urlsafe_b64decode urlsafe_b64encode z85decode z85encode
binascii: Error Incomplete a2b_base64 a2b_hex a2b_qp a2b_uu b2a_base64 b2a_hex b2a_qp b2a_uu crc32 crc_hqx hexlify unhexlify
bisect: bisect bisect_left bisect_right insort insort_left insort_right
builtins: ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError BrokenPipeError BufferError BytesWarning
	ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError DeprecationWarning EOFError Ellipsis
	EncodingWarning EnvironmentError Exception ExceptionGroup False FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit
	IOError ImportError ImportWarning IndentationError IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError
	ModuleNotFoundError NameError None NotADirectoryError NotImplemented NotImplementedError OSError OverflowError PendingDeprecationWarning
	PermissionError ProcessLookupError PythonFinalizationError RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning
	StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError True TypeError UnboundLocalError
	UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning ZeroDivisionError abs aiter
	all anext any ascii bin bool bytearray bytes callable chr classmethod compile complex delattr dict dir divmod enumerate eval exec exit filter float
	format frozenset getattr globals hasattr hash hex id input int isinstance issubclass iter len list locals map max memoryview min next object oct open
	ord pow print property quit range repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip
calendar: APRIL AUGUST Calendar DECEMBER Day FEBRUARY FRIDAY HTMLCalendar IllegalMonthError IllegalWeekdayError JANUARY JULY JUNE LocaleHTMLCalendar
	LocaleTextCalendar MARCH MAY MONDAY Month NOVEMBER OCTOBER SATURDAY SEPTEMBER SUNDAY THURSDAY TUESDAY TextCalendar WEDNESDAY calendar day_abbr
	day_name firstweekday isleap leapdays month month_abbr month_name monthcalendar monthrange prcal prmonth setfirstweekday timegm weekday weekheader
cmath: acos acosh asin asinh atan atanh cos cosh e exp inf infj isclose isfinite isinf isnan log log10 nan nanj phase pi polar rect sin sinh sqrt tan
	tanh tau
codecs: BOM BOM32_BE BOM32_LE BOM64_BE BOM64_LE BOM_BE BOM_LE BOM_UTF16 BOM_UTF16_BE BOM_UTF16_LE BOM_UTF32 BOM_UTF32_BE BOM_UTF32_LE BOM_UTF8 Codec
	CodecInfo EncodedFile IncrementalDecoder IncrementalEncoder StreamReader StreamReaderWriter StreamRecoder StreamWriter backslashreplace_errors decode
	encode getdecoder getencoder getincrementaldecoder getincrementalencoder getreader getwriter ignore_errors iterdecode iterencode lookup lookup_error
	namereplace_errors open register register_error replace_errors strict_errors xmlcharrefreplace_errors
collections: ChainMap Counter OrderedDict UserDict UserList UserString defaultdict deque namedtuple
collections.abc: AsyncGenerator AsyncIterable AsyncIterator Awaitable Buffer Callable Collection Container Coroutine Generator Hashable ItemsView
	Iterable Iterator KeysView Mapping MappingView MutableMapping MutableSequence MutableSet Reversible Sequence Set Sized ValuesView
colorsys: hls_to_rgb hsv_to_rgb rgb_to_hls rgb_to_hsv rgb_to_yiq yiq_to_rgb
concurrent.futures: ALL_COMPLETED BrokenExecutor CancelledError Executor FIRST_COMPLETED FIRST_EXCEPTION Future InvalidStateError ProcessPoolExecutor
	ThreadPoolExecutor TimeoutError as_completed wait
configparser: BasicInterpolation ConfigParser ConverterMapping DEFAULTSECT DuplicateOptionError DuplicateSectionError ExtendedInterpolation
	Interpolation InterpolationDepthError InterpolationError InterpolationMissingOptionError InterpolationSyntaxError InvalidWriteError
	MAX_INTERPOLATION_DEPTH MissingSectionHeaderError MultilineContinuationError NoOptionError NoSectionError ParsingError RawConfigParser SectionProxy
	UNNAMED_SECTION UnnamedSectionDisabledError
contextlib: AbstractAsyncContextManager AbstractContextManager AsyncExitStack ContextDecorator ExitStack aclosing asynccontextmanager chdir closing
	contextmanager nullcontext redirect_stderr redirect_stdout suppress
contextvars: Context ContextVar Token copy_context
copy: Error copy deepcopy replace
copyreg: add_extension clear_extension_cache constructor pickle remove_extension
csv: Dialect DictReader DictWriter Error QUOTE_ALL QUOTE_MINIMAL QUOTE_NONE QUOTE_NONNUMERIC QUOTE_NOTNULL QUOTE_STRINGS Sniffer excel excel_tab
	field_size_limit get_dialect list_dialects reader register_dialect unix_dialect unregister_dialect writer
dataclasses: Field FrozenInstanceError InitVar KW_ONLY MISSING asdict astuple dataclass field fields is_dataclass make_dataclass replace
datetime: MAXYEAR MINYEAR UTC date datetime time timedelta timezone tzinfo
decimal: BasicContext Clamped Context ConversionSyntax Decimal DecimalException DecimalTuple DefaultContext DivisionByZero DivisionImpossible
	DivisionUndefined ExtendedContext FloatOperation HAVE_CONTEXTVAR HAVE_THREADS IEEEContext IEEE_CONTEXT_MAX_BITS Inexact InvalidContext
	InvalidOperation MAX_EMAX MAX_PREC MIN_EMIN MIN_ETINY Overflow ROUND_05UP ROUND_CEILING ROUND_DOWN ROUND_FLOOR ROUND_HALF_DOWN ROUND_HALF_EVEN
	ROUND_HALF_UP ROUND_UP Rounded Subnormal Underflow getcontext localcontext setcontext
difflib: Differ HtmlDiff IS_CHARACTER_JUNK IS_LINE_JUNK Match SequenceMatcher context_diff diff_bytes get_close_matches ndiff restore unified_diff
email: message_from_binary_file message_from_bytes message_from_file message_from_string
email.charset: Charset add_alias add_charset add_codec
email.contentmanager: ContentManager get_and_fixup_unknown_message_content get_message_content get_non_text_content get_text_content raw_data_manager
	set_bytes_content set_message_content set_text_content
email.encoders: encode_7or8bit encode_base64 encode_noop encode_quopri
email.errors: BoundaryError CharsetError CloseBoundaryNotFoundDefect FirstHeaderLineIsContinuationDefect HeaderDefect HeaderMissingRequiredValue
	HeaderParseError HeaderWriteError InvalidBase64CharactersDefect InvalidBase64LengthDefect InvalidBase64PaddingDefect InvalidDateDefect
	InvalidHeaderDefect InvalidMultipartContentTransferEncodingDefect MalformedHeaderDefect MessageDefect MessageError MessageParseError
	MisplacedEnvelopeHeaderDefect MissingHeaderBodySeparatorDefect MultipartConversionError MultipartInvariantViolationDefect NoBoundaryInMultipartDefect
	NonASCIILocalPartDefect NonPrintableDefect ObsoleteHeaderDefect StartBoundaryNotFoundDefect UndecodableBytesDefect
email.feedparser: BytesFeedParser FeedParser
email.generator: BytesGenerator DecodedGenerator Generator
email.header: Header decode_header make_header
email.headerregistry: Address AddressHeader BaseHeader ContentDispositionHeader ContentTransferEncodingHeader ContentTypeHeader DateHeader Group
	HeaderRegistry MIMEVersionHeader MessageIDHeader ParameterizedMIMEHeader ReferencesHeader SingleAddressHeader UniqueAddressHeader UniqueDateHeader
	UniqueSingleAddressHeader UniqueUnstructuredHeader UnstructuredHeader
email.iterators: body_line_iterator typed_subpart_iterator walk
email.message: EmailMessage Message
email.mime.application: MIMEApplication
email.mime.audio: MIMEAudio
email.mime.base: MIMEBase
email.mime.image: MIMEImage
email.mime.message: MIMEMessage
email.mime.multipart: MIMEMultipart
email.mime.nonmultipart: MIMENonMultipart
email.mime.text: MIMEText
email.parser: BytesFeedParser BytesHeaderParser BytesParser FeedParser HeaderParser Parser
email.policy: Compat32 EmailPolicy HTTP Policy SMTP SMTPUTF8 compat32 default strict
email.utils: collapse_rfc2231_value decode_params decode_rfc2231 encode_rfc2231 format_datetime formataddr formatdate getaddresses make_msgid
	mktime_tz parseaddr parsedate parsedate_to_datetime parsedate_tz unquote
email.base64mime: body_decode body_encode decode decodestring header_encode header_length
email.quoprimime: body_decode body_encode body_length decode decodestring header_decode header_encode header_length quote unquote
enum: CONFORM CONTINUOUS EJECT Enum EnumCheck EnumDict EnumMeta EnumType Flag FlagBoundary IntEnum IntFlag KEEP NAMED_FLAGS ReprEnum STRICT StrEnum
	UNIQUE auto global_enum global_enum_repr global_flag_repr global_str member nonmember pickle_by_enum_name pickle_by_global_name property unique
	verify
errno: E2BIG EACCES EADDRINUSE EADDRNOTAVAIL EADV EAFNOSUPPORT EAGAIN EALREADY EBADE EBADF EBADFD EBADMSG EBADR EBADRQC EBADSLT EBFONT EBUSY ECANCELED
	ECHILD ECHRNG ECOMM ECONNABORTED ECONNREFUSED ECONNRESET EDEADLK EDEADLOCK EDESTADDRREQ EDOM EDOTDOT EDQUOT EEXIST EFAULT EFBIG EHOSTDOWN
	EHOSTUNREACH EHWPOISON EIDRM EILSEQ EINPROGRESS EINTR EINVAL EIO EISCONN EISDIR EISNAM EKEYEXPIRED EKEYREJECTED EKEYREVOKED EL2HLT EL2NSYNC EL3HLT
	EL3RST ELIBACC ELIBBAD ELIBEXEC ELIBMAX ELIBSCN ELNRNG ELOOP EMEDIUMTYPE EMFILE EMLINK EMSGSIZE EMULTIHOP ENAMETOOLONG ENAVAIL ENETDOWN ENETRESET
	ENETUNREACH ENFILE ENOANO ENOBUFS ENOCSI ENODATA ENODEV ENOENT ENOEXEC ENOKEY ENOLCK ENOLINK ENOMEDIUM ENOMEM ENOMSG ENONET ENOPKG ENOPROTOOPT ENOSPC
	ENOSR ENOSTR ENOSYS ENOTBLK ENOTCONN ENOTDIR ENOTEMPTY ENOTNAM ENOTRECOVERABLE ENOTSOCK ENOTSUP ENOTTY ENOTUNIQ ENXIO EOPNOTSUPP EOVERFLOW EOWNERDEAD
	EPERM EPFNOSUPPORT EPIPE EPROTO EPROTONOSUPPORT EPROTOTYPE ERANGE EREMCHG EREMOTE EREMOTEIO ERESTART ERFKILL EROFS ESHUTDOWN ESOCKTNOSUPPORT ESPIPE
	ESRCH ESRMNT ESTALE ESTRPIPE ETIME ETIMEDOUT ETOOMANYREFS ETXTBSY EUCLEAN EUNATCH EUSERS EWOULDBLOCK EXDEV EXFULL errorcode
fnmatch: filter filterfalse fnmatch fnmatchcase translate
fractions: Fraction
functools: Placeholder WRAPPER_ASSIGNMENTS WRAPPER_UPDATES cache cached_property cmp_to_key lru_cache partial partialmethod reduce singledispatch
	singledispatchmethod total_ordering update_wrapper wraps
gc: DEBUG_COLLECTABLE DEBUG_LEAK DEBUG_SAVEALL DEBUG_STATS DEBUG_UNCOLLECTABLE callbacks collect disable enable freeze garbage get_count get_debug
	get_freeze_count get_objects get_referents get_stats get_threshold is_finalized is_tracked isenabled set_debug set_threshold unfreeze
genericpath: commonprefix exists getatime getctime getmtime getsize isdevdrive isdir isfile isjunction islink lexists samefile
	sameopenfile samestat
getopt: GetoptError error getopt gnu_getopt
getpass: GetPassWarning getpass getuser
gettext: Catalog GNUTranslations NullTranslations bindtextdomain dgettext dngettext dnpgettext dpgettext find gettext install ngettext npgettext
	pgettext textdomain translation
glob: escape glob iglob
graphlib: CycleError TopologicalSorter
gzip: BadGzipFile GzipFile compress decompress open
hashlib: algorithms_available algorithms_guaranteed blake2b blake2s file_digest md5 new pbkdf2_hmac sha1 sha224 sha256 sha384 sha3_224 sha3_256
	sha3_384 sha3_512 sha512 shake_128 shake_256
heapq: heapify heapify_max heappop heappop_max heappush heappush_max heappushpop heappushpop_max heapreplace heapreplace_max merge nlargest nsmallest
hmac: HMAC compare_digest digest digest_size new trans_36 trans_5C
html: escape unescape
html.entities: codepoint2name entitydefs name2codepoint
http: HTTPMethod HTTPStatus
http.client: BadStatusLine CannotSendHeader CannotSendRequest HTTPConnection HTTPException HTTPResponse HTTPSConnection ImproperConnectionState
	IncompleteRead InvalidURL NotConnected RemoteDisconnected ResponseNotReady UnknownProtocol responses
importlib: __import__ import_module invalidate_caches reload
importlib.util: LazyLoader find_spec module_from_spec resolve_name source_hash spec_from_file_location
importlib.metadata: PackageNotFoundError distribution distributions entry_points files metadata packages_distributions requires version
importlib.resources: as_file contents files is_resource open_binary open_text path read_binary read_text
importlib.machinery: BYTECODE_SUFFIXES EXTENSION_SUFFIXES ModuleSpec SOURCE_SUFFIXES SourceFileLoader
importlib.abc: Loader MetaPathFinder PathEntryFinder
inspect: AGEN_CLOSED AGEN_CREATED AGEN_RUNNING AGEN_SUSPENDED BoundArguments CORO_CLOSED CORO_CREATED CORO_RUNNING CORO_SUSPENDED CO_ASYNC_GENERATOR
	CO_COROUTINE CO_GENERATOR CO_VARARGS CO_VARKEYWORDS FrameInfo FullArgSpec GEN_CLOSED GEN_CREATED GEN_RUNNING GEN_SUSPENDED Parameter Signature
	cleandoc currentframe formatannotation get_annotations getasyncgenstate getattr_static getcallargs getclosurevars getcomments getcoroutinelocals
	getcoroutinestate getdoc getfile getfullargspec getgeneratorlocals getgeneratorstate getmembers getmodule getmodulename getmro getsource
	getsourcefile getsourcelines isabstract isasyncgen isasyncgenfunction isawaitable isbuiltin isclass iscode iscoroutine iscoroutinefunction
	isdatadescriptor isframe isfunction isgenerator isgeneratorfunction isgetsetdescriptor ismemberdescriptor ismethod ismethoddescriptor ismodule
	isroutine istraceback signature stack unwrap
io: BlockingIOError BufferedIOBase BufferedRandom BufferedReader BufferedWriter BytesIO DEFAULT_BUFFER_SIZE FileIO IOBase RawIOBase SEEK_CUR SEEK_END
	SEEK_SET StringIO TextIOBase TextIOWrapper UnsupportedOperation open open_code text_encoding
ipaddress: AddressValueError IPV4LENGTH IPV6LENGTH IPv4Address IPv4Interface IPv4Network IPv6Address IPv6Interface IPv6Network NetmaskValueError
	collapse_addresses get_mixed_type_key ip_address ip_interface ip_network summarize_address_range v4_int_to_packed v6_int_to_packed
itertools: accumulate batched chain combinations combinations_with_replacement compress count cycle dropwhile filterfalse groupby islice pairwise
	permutations product repeat starmap takewhile tee zip_longest
json: JSONDecodeError JSONDecoder JSONEncoder dump dumps load loads
json.decoder: JSONDecodeError JSONDecoder
json.encoder: JSONEncoder
keyword: iskeyword issoftkeyword kwlist softkwlist
linecache: checkcache clearcache getline lazycache
locale: CHAR_MAX Error LC_ALL LC_COLLATE LC_CTYPE LC_MESSAGES LC_MONETARY LC_NUMERIC LC_TIME atof atoi currency format_string getdefaultlocale
	getencoding getlocale getpreferredencoding localeconv normalize setlocale str strcoll strxfrm
logging: BASIC_FORMAT BufferingFormatter CRITICAL DEBUG ERROR FATAL FileHandler Filter Formatter Handler INFO LogRecord Logger LoggerAdapter NOTSET
	NullHandler StreamHandler WARN WARNING addLevelName basicConfig captureWarnings critical debug disable error exception fatal getHandlerByName
	getHandlerNames getLevelName getLevelNamesMapping getLogRecordFactory getLogger getLoggerClass info lastResort log makeLogRecord raiseExceptions
	setLogRecordFactory setLoggerClass shutdown warn warning
logging.config: BaseConfigurator DEFAULT_LOGGING_CONFIG_PORT DictConfigurator IDENTIFIER dictConfig dictConfigClass fileConfig listen stopListening
	valid_ident
logging.handlers: BufferingHandler DatagramHandler HTTPHandler MemoryHandler NTEventLogHandler QueueHandler RotatingFileHandler SMTPHandler
	SocketHandler SysLogHandler TimedRotatingFileHandler WatchedFileHandler
math: acos acosh asin asinh atan atan2 atanh cbrt ceil comb copysign cos cosh degrees dist e erf erfc exp exp2 expm1 fabs factorial floor fma fmod
	frexp fsum gamma gcd hypot inf isclose isfinite isinf isnan isqrt lcm ldexp lgamma log log10 log1p log2 modf nan nextafter perm pi pow prod radians
	remainder sin sinh sqrt sumprod tan tanh tau trunc ulp
mimetypes: MimeTypes add_type common_types encodings_map guess_all_extensions guess_extension guess_file_type guess_type init inited knownfiles
	read_mime_types suffix_map types_map
numbers: Complex Integral Number Rational Real
operator: abs add and_ attrgetter call concat contains countOf delitem eq floordiv ge getitem gt iadd iand iconcat ifloordiv ilshift imatmul imod imul
	index indexOf inv invert ior ipow irshift is_ is_none is_not is_not_none isub itemgetter itruediv ixor le length_hint lshift lt matmul methodcaller
	mod mul ne neg not_ or_ pos pow rshift setitem sub truediv truth xor
os.path: abspath altsep basename commonpath commonprefix curdir defpath devnull dirname exists expanduser expandvars extsep getatime
	getctime getmtime getsize isabs isdir isfile islink ismount join lexists normcase normpath pardir pathsep realpath relpath samefile sep split
	splitdrive splitext splitroot supports_unicode_filenames
pathlib: Path PosixPath PurePath PurePosixPath PureWindowsPath UnsupportedOperation WindowsPath
pkgutil: ModuleInfo extend_path get_data iter_modules walk_packages
platform: architecture machine node platform processor python_compiler python_implementation python_version python_version_tuple release system uname
	version
posixpath: abspath altsep basename commonpath commonprefix curdir defpath devnull dirname exists expanduser expandvars extsep getatime
	getctime getmtime getsize isabs isdir isfile islink ismount join lexists normcase normpath pardir pathsep realpath relpath samefile sep split
	splitdrive splitext splitroot supports_unicode_filenames
pprint: PrettyPrinter isreadable isrecursive pformat pp pprint saferepr
queue: Empty Full LifoQueue PriorityQueue Queue ShutDown SimpleQueue
quopri: decode decodestring encode encodestring
random: Random SystemRandom betavariate binomialvariate choice choices expovariate gammavariate gauss getrandbits getstate lognormvariate
	normalvariate paretovariate randbytes randint random randrange sample seed setstate shuffle triangular uniform vonmisesvariate weibullvariate
re: A ASCII DOTALL I IGNORECASE L LOCALE M MULTILINE Match NOFLAG Pattern PatternError RegexFlag S U UNICODE VERBOSE X compile error escape findall
	finditer fullmatch match purge search split sub subn
reprlib: Repr recursive_repr repr
sched: scheduler
secrets: SystemRandom choice compare_digest randbelow randbits token_bytes token_hex token_urlsafe
shlex: join quote shlex split
shutil: Error SameFileError SpecialFileError chown copy copy2 copyfile copyfileobj copymode copystat copytree disk_usage get_terminal_size
	ignore_patterns make_archive move rmtree unpack_archive which
signal: Handlers ITIMER_PROF ITIMER_REAL ITIMER_VIRTUAL ItimerError NSIG SIGABRT SIGALRM SIGBUS SIGCHLD SIGCLD SIGCONT SIGFPE SIGHUP SIGILL SIGINT
	SIGIO SIGIOT SIGKILL SIGPIPE SIGPOLL SIGPROF SIGPWR SIGQUIT SIGRTMAX SIGRTMIN SIGSEGV SIGSTKFLT SIGSTOP SIGSYS SIGTERM SIGTRAP SIGTSTP SIGTTIN
	SIGTTOU SIGURG SIGUSR1 SIGUSR2 SIGVTALRM SIGWINCH SIGXCPU SIGXFSZ SIG_BLOCK SIG_DFL SIG_IGN SIG_SETMASK SIG_UNBLOCK Sigmasks Signals alarm
	default_int_handler getitimer getsignal pause pthread_kill pthread_sigmask raise_signal set_wakeup_fd setitimer siginterrupt signal sigwait strsignal
	valid_signals
stat: ST_ATIME ST_CTIME ST_DEV ST_GID ST_INO ST_MODE ST_MTIME ST_NLINK ST_SIZE ST_UID S_IEXEC S_IFBLK S_IFCHR S_IFDIR S_IFIFO S_IFLNK S_IFMT S_IFREG
	S_IFSOCK S_IMODE S_IREAD S_IRGRP S_IROTH S_IRUSR S_IRWXG S_IRWXO S_IRWXU S_ISBLK S_ISCHR S_ISDIR S_ISFIFO S_ISGID S_ISLNK S_ISREG S_ISSOCK S_ISUID
	S_ISVTX S_IWGRP S_IWOTH S_IWRITE S_IWUSR S_IXGRP S_IXOTH S_IXUSR filemode
statistics: NormalDist StatisticsError correlation covariance fmean geometric_mean harmonic_mean kde kde_random linear_regression mean median
	median_grouped median_high median_low mode multimode pstdev pvariance quantiles stdev variance
string: Formatter Template ascii_letters ascii_lowercase ascii_uppercase capwords digits hexdigits octdigits printable punctuation whitespace
string.templatelib: Interpolation Template convert
struct: Struct calcsize error iter_unpack pack pack_into unpack unpack_from
subprocess: CalledProcessError CompletedProcess DEVNULL PIPE Popen STDOUT SubprocessError TimeoutExpired call check_call check_output getoutput
	getstatusoutput run
sys: abiflags activate_stack_trampoline addaudithook api_version argv audit base_exec_prefix base_prefix builtin_module_names byteorder copyright
	displayhook dont_write_bytecode exc_info excepthook exception exec_prefix executable exit flags float_info float_repr_style get_int_max_str_digits
	getdefaultencoding getfilesystemencodeerrors getfilesystemencoding getprofile getrecursionlimit getrefcount getsizeof getswitchinterval gettrace
	hash_info hexversion implementation int_info intern is_finalizing maxsize maxunicode meta_path modules orig_argv path path_hooks path_importer_cache
	platform platlibdir prefix pycache_prefix set_int_max_str_digits setprofile setrecursionlimit settrace stderr stdin stdlib_module_names stdout
	thread_info unraisablehook version version_info warnoptions
tempfile: NamedTemporaryFile SpooledTemporaryFile TemporaryDirectory TemporaryFile gettempdir gettempprefix mkdtemp mkstemp mktemp tempdir
textwrap: TextWrapper dedent fill indent shorten wrap
threading: Barrier BoundedSemaphore BrokenBarrierError Condition Event ExceptHookArgs Lock RLock Semaphore TIMEOUT_MAX Thread ThreadError Timer
	active_count current_thread enumerate excepthook get_ident get_native_id getprofile gettrace local main_thread setprofile setprofile_all_threads
	settrace settrace_all_threads stack_size
time: CLOCK_BOOTTIME CLOCK_MONOTONIC CLOCK_MONOTONIC_RAW CLOCK_PROCESS_CPUTIME_ID CLOCK_REALTIME CLOCK_THREAD_CPUTIME_ID altzone asctime clock_getres
	clock_gettime clock_gettime_ns clock_settime ctime daylight get_clock_info gmtime localtime mktime monotonic monotonic_ns perf_counter
	perf_counter_ns process_time process_time_ns sleep strftime strptime struct_time thread_time thread_time_ns time time_ns timezone tzname tzset
token: AMPER AMPEREQUAL AT ATEQUAL CIRCUMFLEX CIRCUMFLEXEQUAL COLON COLONEQUAL COMMA COMMENT DEDENT DOT DOUBLESLASH DOUBLESLASHEQUAL DOUBLESTAR
	DOUBLESTAREQUAL ELLIPSIS ENCODING ENDMARKER EQEQUAL EQUAL ERRORTOKEN EXACT_TOKEN_TYPES EXCLAMATION FSTRING_END FSTRING_MIDDLE FSTRING_START GREATER
	GREATEREQUAL INDENT ISEOF ISNONTERMINAL ISTERMINAL LBRACE LEFTSHIFT LEFTSHIFTEQUAL LESS LESSEQUAL LPAR LSQB MINEQUAL MINUS NAME NEWLINE NL NOTEQUAL
	NT_OFFSET NUMBER N_TOKENS OP PERCENT PERCENTEQUAL PLUS PLUSEQUAL RARROW RBRACE RIGHTSHIFT RIGHTSHIFTEQUAL RPAR RSQB SEMI SLASH SLASHEQUAL
	SOFT_KEYWORD STAR STAREQUAL STRING TILDE TSTRING_END TSTRING_MIDDLE TSTRING_START TYPE_COMMENT TYPE_IGNORE VBAR VBAREQUAL tok_name
tokenize: AMPER AMPEREQUAL AT ATEQUAL CIRCUMFLEX CIRCUMFLEXEQUAL COLON COLONEQUAL COMMA COMMENT DEDENT DOT DOUBLESLASH DOUBLESLASHEQUAL DOUBLESTAR
	DOUBLESTAREQUAL ELLIPSIS ENCODING ENDMARKER EQEQUAL EQUAL ERRORTOKEN EXACT_TOKEN_TYPES EXCLAMATION FSTRING_END FSTRING_MIDDLE FSTRING_START GREATER
	GREATEREQUAL INDENT ISEOF ISNONTERMINAL ISTERMINAL LBRACE LEFTSHIFT LEFTSHIFTEQUAL LESS LESSEQUAL LPAR LSQB MINEQUAL MINUS NAME NEWLINE NL NOTEQUAL
	NT_OFFSET NUMBER N_TOKENS OP PERCENT PERCENTEQUAL PLUS PLUSEQUAL RARROW RBRACE RIGHTSHIFT RIGHTSHIFTEQUAL RPAR RSQB SEMI SLASH SLASHEQUAL
	SOFT_KEYWORD STAR STAREQUAL STRING TILDE TSTRING_END TSTRING_MIDDLE TSTRING_START TYPE_COMMENT TYPE_IGNORE TokenError TokenInfo VBAR VBAREQUAL
	detect_encoding generate_tokens open tok_name tokenize untokenize
tomllib: TOMLDecodeError load loads
traceback: FrameSummary StackSummary TracebackException clear_frames extract_stack extract_tb format_exc format_exception format_exception_only
	format_list format_stack format_tb print_exc print_exception print_last print_list print_stack print_tb walk_stack walk_tb
types: AsyncGeneratorType BuiltinFunctionType BuiltinMethodType CapsuleType CellType ClassMethodDescriptorType CodeType CoroutineType
	DynamicClassAttribute EllipsisType FrameType FunctionType GeneratorType GenericAlias GetSetDescriptorType LambdaType MappingProxyType
	MemberDescriptorType MethodDescriptorType MethodType MethodWrapperType ModuleType NoneType NotImplementedType SimpleNamespace TracebackType UnionType
	WrapperDescriptorType coroutine get_original_bases new_class prepare_class resolve_bases
typing: AbstractSet Annotated Any AnyStr AsyncContextManager AsyncGenerator AsyncIterable AsyncIterator Awaitable BinaryIO ByteString Callable
	ChainMap ClassVar Collection Concatenate Container ContextManager Coroutine Counter DefaultDict Deque Dict Final ForwardRef FrozenSet Generator
	Generic Hashable IO ItemsView Iterable Iterator KeysView List Literal LiteralString Mapping MappingView Match MutableMapping MutableSequence
	MutableSet NamedTuple Never NewType NoDefault NoReturn NotRequired Optional OrderedDict ParamSpec ParamSpecArgs ParamSpecKwargs Pattern Protocol
	ReadOnly Required Reversible Self Sequence Set Sized SupportsAbs SupportsBytes SupportsComplex SupportsFloat SupportsIndex SupportsInt SupportsRound
	TYPE_CHECKING Text TextIO Tuple Type TypeAlias TypeAliasType TypeGuard TypeIs TypeVar TypeVarTuple TypedDict Union Unpack ValuesView assert_never
	assert_type cast clear_overloads dataclass_transform evaluate_forward_ref final get_args get_origin get_overloads get_protocol_members get_type_hints
	is_protocol is_typeddict no_type_check no_type_check_decorator overload override reveal_type runtime_checkable
unicodedata: bidirectional category combining decimal decomposition digit east_asian_width is_normalized lookup mirrored name normalize numeric
	unidata_version
urllib.parse: DefragResult DefragResultBytes ParseResult ParseResultBytes SplitResult SplitResultBytes parse_qs parse_qsl quote quote_from_bytes
	quote_plus unquote unquote_plus unquote_to_bytes urldefrag urlencode urljoin urlparse urlsplit urlunparse urlunsplit
urllib.request: BaseHandler HTTPBasicAuthHandler HTTPCookieProcessor HTTPHandler HTTPRedirectHandler HTTPSHandler OpenerDirector ProxyHandler Request
	build_opener getproxies install_opener pathname2url url2pathname urlcleanup urlopen urlretrieve
urllib.error: ContentTooShortError HTTPError URLError
uuid: Enum MAX NAMESPACE_DNS NAMESPACE_OID NAMESPACE_URL NAMESPACE_X500 NIL RESERVED_FUTURE RESERVED_MICROSOFT RESERVED_NCS RFC_4122 SafeUUID UUID
	getnode int_ uuid1 uuid3 uuid4 uuid5 uuid6 uuid7 uuid8
warnings: catch_warnings deprecated filterwarnings formatwarning resetwarnings showwarning simplefilter warn warn_explicit
weakref: CallableProxyType ProxyType ProxyTypes ReferenceType WeakKeyDictionary WeakMethod WeakSet WeakValueDictionary finalize getweakrefcount
	getweakrefs proxy ref
xml.etree.ElementTree: Comment Element ElementTree PI ParseError ProcessingInstruction QName SubElement TreeBuilder VERSION XML XMLID XMLParser
	XMLPullParser canonicalize dump fromstring fromstringlist indent iselement iterparse parse register_namespace tostring tostringlist
xml.sax.saxutils: escape quoteattr unescape
zlib: DEFLATED DEF_BUF_SIZE DEF_MEM_LEVEL MAX_WBITS ZLIB_RUNTIME_VERSION ZLIB_VERSION Z_BEST_COMPRESSION Z_BEST_SPEED Z_BLOCK Z_DEFAULT_COMPRESSION
	Z_DEFAULT_STRATEGY Z_FILTERED Z_FINISH Z_FIXED Z_FULL_FLUSH Z_HUFFMAN_ONLY Z_NO_COMPRESSION Z_NO_FLUSH Z_PARTIAL_FLUSH Z_RLE Z_SYNC_FLUSH Z_TREES
	adler32 compress compressobj crc32 decompress decompressobj error
zoneinfo: InvalidTZPathWarning TZPATH ZoneInfo ZoneInfoNotFoundError available_timezones reset_tzpath
`
