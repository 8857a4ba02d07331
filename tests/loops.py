"""Coroutines that tests run to their end."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

Result = TypeVar("Result")


def awaited(task: Coroutine[Any, Any, Result]) -> Result:
    """Return what a task gives, run in a thread of its own: a browser's loop may hold the main one."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(asyncio.run, task).result()
