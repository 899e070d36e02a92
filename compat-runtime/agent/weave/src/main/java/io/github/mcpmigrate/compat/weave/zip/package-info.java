/**
 * Zip files as the pieces they are made of, so that one entry can be exchanged and every other
 * keeps its bytes: local header, extra fields, compressed data, descriptor, place. The JDK's own
 * classes write each entry anew. After PKWARE's APPNOTE.TXT 6.3.10, with zip64.
 */
package io.github.mcpmigrate.compat.weave.zip;
