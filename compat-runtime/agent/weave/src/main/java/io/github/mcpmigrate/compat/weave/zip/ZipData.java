package io.github.mcpmigrate.compat.weave.zip;

/** What was written of an entry: its checksum and its bytes in the file and when unpacked. */
record ZipData(long crc, long compressed, long size) {}
