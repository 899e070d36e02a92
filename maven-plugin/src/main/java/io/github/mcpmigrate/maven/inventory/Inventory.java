package io.github.mcpmigrate.maven.inventory;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads a tree by several threads, which end with the call. */
public final class Inventory {

  /** How deep code may nest: the parser calls itself for each level. In bytes. */
  private static final long STACK = 16L << 20;

  /** A text has none of these; binary files have one near their beginning. */
  private static final int LOOKED_AT_FOR_ZERO = 8192;

  private final int threads;

  /**
   * @param threads how many read at a time, at least 1
   */
  public Inventory(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads is " + threads + ", and has to be at least 1");
    }
    this.threads = threads;
  }

  /**
   * Reads all files of a tree.
   *
   * @throws InterruptedIOException if the thread is interrupted meanwhile
   */
  Reading read(Tree tree) throws IOException {
    Reading all = new Reading();
    List<Tree.Entry> files = tree.files(all);
    AtomicInteger next = new AtomicInteger();
    AtomicInteger number = new AtomicInteger();
    ExecutorService readers =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(null, task, "assess-" + number.incrementAndGet(), STACK);
              thread.setDaemon(true);
              return thread;
            });
    try {
      List<Future<Reading>> parts = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        parts.add(readers.submit(() -> readSome(files, next)));
      }
      for (Future<Reading> part : parts) {
        all.add(part.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while reading " + tree.root());
    } catch (ExecutionException e) {
      throw new IOException("The files below " + tree.root() + " could not be read", e.getCause());
    } finally {
      readers.shutdownNow();
    }
    return all;
  }

  private static Reading readSome(List<Tree.Entry> files, AtomicInteger next) {
    Reading some = new Reading();
    for (int at = next.getAndIncrement();
        at < files.size() && !Thread.currentThread().isInterrupted();
        at = next.getAndIncrement()) {
      readOne(files.get(at), some);
    }
    return some;
  }

  private static void readOne(Tree.Entry file, Reading into) {
    try {
      into.files++;
      if (file.kind() == FileKind.ARCHIVE) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file.path()), 1 << 16)) {
          CompiledCode.readArchive(file.name(), in, into);
        }
      } else {
        readBytes(file, into);
      }
    } catch (IOException e) {
      into.skip(file.name(), "cannot be read: " + e.getMessage());
    } catch (StackOverflowError e) {
      into.notUnderstood(file.name(), "nests too deeply to be parsed");
    } catch (RuntimeException e) {
      // A parser's own fault with one file among thousands: the report has it, the others go on.
      into.notUnderstood(file.name(), "cannot be parsed: " + e);
    }
  }

  private static void readBytes(Tree.Entry file, Reading into) throws IOException {
    byte[] bytes = Files.readAllBytes(file.path());
    if (file.kind() == FileKind.CLASS) {
      CompiledCode.readClass(file.name(), bytes, into);
    } else if (isBinary(bytes)) {
      into.skip(file.name(), "is binary, in spite of its name");
    } else if (file.kind().mayHaveUses(bytes)) {
      file.kind()
          .read(new SourceText(file.name(), new String(bytes, StandardCharsets.UTF_8)), into);
    }
  }

  private static boolean isBinary(byte[] bytes) {
    for (int i = 0; i < Math.min(bytes.length, LOOKED_AT_FOR_ZERO); i++) {
      if (bytes[i] == 0) {
        return true;
      }
    }
    return false;
  }
}
