import sys
from sys import version_info

print(sys.version_info >= (3, 8), sys.version_info.major, version_info[1], version_info[:2], version_info.releaselevel)
print(sys.version_info < (4,), (3, 11) <= version_info < (3, 12), len(version_info), type(version_info).__name__)
print(repr(version_info).startswith("sys.version_info(major=3, minor=11, micro="), type(version_info))
major, minor, *rest = sys.version_info
print(major, minor, len(rest), hasattr(version_info, "minor"), isinstance(version_info, tuple), "%d.%d" % version_info[:2])
