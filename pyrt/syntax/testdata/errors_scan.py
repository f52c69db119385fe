x = 'abc ### "unterminated string literal \(detected at line 1\)"
---
x = 1
y = '''abc ### "unterminated triple-quoted string literal \(detected at line 3\)"
more
---
x = 'it\' ### "perhaps you escaped the end quote"
---
x = 0777 ### "leading zeros in decimal integer literals"
---
x = 0x ### "invalid hexadecimal literal"
---
x = 0b12 ### "invalid digit '2' in binary literal"
---
x = 0o8 ### "invalid digit '8' in octal literal"
---
x = 1_000_ ### "invalid decimal literal"
---
x = 1__0 ### "invalid decimal literal"
---
x = 12abc ### "invalid decimal literal"
---
x = 1.5abc ### "invalid decimal literal"
---
x = 1jx ### "invalid imaginary literal"
---
x = price€ ### "invalid character '€' \(U\+20AC\)"
---
x = 1 \ 2 ### "unexpected character after line continuation character"
---
x = (1, 2 ### "'\(' was never closed"
---
x = [1, 2) ### "closing parenthesis '\)' does not match opening parenthesis '\['"
---
x = (1,
     2] ### "closing parenthesis '\]' does not match opening parenthesis '\(' on line 1"
---
x = 1) ### "unmatched '\)'"
---
def f():
	a = 1
        b = 2 ### "TabError: inconsistent use of tabs and spaces in indentation"
---
def f():
    a = 1
  b = 2 ### "IndentationError: unindent does not match any outer indentation level"
---
a = 1
  b = 2 ### "IndentationError: unexpected indent"
---
x = uf'' ### "'u' and 'f' prefixes are incompatible"
---
x = bt'' ### "'b' and 't' prefixes are incompatible"
---
x = '\x4' ### "\(unicode error\) 'unicodeescape' codec can't decode bytes in position 0-2: truncated"
---
x = 'ab\N{NO SUCH NAME}' ### "position 2-17: unknown Unicode character name"
---
x = '\U00110000' ### "illegal Unicode character"
---
x = b'\xg0' ### "\(value error\) invalid .x escape at position 0"
---
x = b'é' ### "bytes can only contain ASCII literal characters"
---
x = 'a' b'b' ### "cannot mix bytes and nonbytes literals"
---
x = t'a' 'b' ### "cannot mix t-string literals with string or bytes literals"
---
x = f'}' ### "f-string: single '}' is not allowed"
---
x = f'{}' ### "f-string: valid expression required before '}'"
---
x = f'{a!x}' ### "f-string: invalid conversion character 'x': expected 's', 'r', or 'a'"
---
x = f'{a b}' ### "Perhaps you forgot a comma"
---
x = f'{a $}' ### "f-string: expecting '=', or '!', or ':', or '}'"
---
x = f'{lambda y: 1}' ### "f-string: lambda expressions are not allowed without parentheses"
---
x = t'{a:{b:{c:{d}}}}' ### "t-string: expressions nested too deeply"
---
x = f'{(a]}' ### "closing parenthesis '\]' does not match opening parenthesis '\('"
