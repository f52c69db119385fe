"""Coroutines, driven in turn; time passes only when all of them wait for it."""

from asyncio import events, exceptions, futures, locks, queues, runners, streams, taskgroups, tasks, timeouts
from asyncio.events import (AbstractEventLoop, AbstractServer, BaseEventLoop, EventLoop, Handle, SelectorEventLoop, TimerHandle, _get_running_loop,
                            _set_running_loop, get_event_loop, get_event_loop_policy, get_running_loop, new_event_loop, set_event_loop,
                            set_event_loop_policy)
from asyncio.exceptions import (BrokenBarrierError, CancelledError, IncompleteReadError, InvalidStateError, LimitOverrunError,
                                SendfileNotAvailableError, TimeoutError)
from asyncio.futures import Future, isfuture, wrap_future
from asyncio.locks import Barrier, BoundedSemaphore, Condition, Event, Lock, Semaphore
from asyncio.queues import LifoQueue, PriorityQueue, Queue, QueueEmpty, QueueFull, QueueShutDown
from asyncio.runners import Runner, run
from asyncio.streams import (BaseProtocol, BaseTransport, BufferedProtocol, DatagramProtocol, DatagramTransport, Protocol, ReadTransport, Server,
                             StreamReader, StreamReaderProtocol, StreamWriter, SubprocessProtocol, SubprocessTransport, Transport, WriteTransport,
                             create_subprocess_exec, create_subprocess_shell, open_connection, open_unix_connection, start_server, start_unix_server)
from asyncio.taskgroups import TaskGroup
from asyncio.tasks import (ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, Task, _enter_task, _leave_task, _register_task, _unregister_task, all_tasks,
                           as_completed, create_eager_task_factory, create_task, current_task, eager_task_factory, ensure_future, gather, iscoroutine,
                           iscoroutinefunction, run_coroutine_threadsafe, shield, sleep, to_thread, wait, wait_for)
from asyncio.timeouts import Timeout, timeout, timeout_at
