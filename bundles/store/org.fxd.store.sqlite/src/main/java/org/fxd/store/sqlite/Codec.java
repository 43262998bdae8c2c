package org.fxd.store.sqlite;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import com.github.luben.zstd.util.Native;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.fxd.graph.api.error.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the bytes of an object stand in the file. The size of the content is known from its row, so a
 * decoder makes room for exactly that and refuses whatever wants more: a few bytes cannot grow into
 * a heap full.
 */
public enum Codec {
  /** As they are. */
  RAW(0) {
    @Override
    byte[] encode(byte[] content) {
      return content;
    }

    @Override
    byte[] decode(byte[] data, int size) throws DamagedException {
      if (data.length != size) {
        throw new DamagedException("it has " + data.length + " bytes instead of " + size);
      }
      return data;
    }
  },

  /** A zlib stream (RFC 1950): what is written where zstd has no native library. */
  DEFLATE(1) {
    @Override
    byte[] encode(byte[] content) {
      Deflater deflater = new Deflater();
      try {
        deflater.setInput(content);
        deflater.finish();
        byte[] buffer = new byte[content.length];
        int length = deflater.deflate(buffer);
        return deflater.finished() ? Arrays.copyOf(buffer, length) : content;
      } finally {
        deflater.end();
      }
    }

    @Override
    byte[] decode(byte[] data, int size) throws DamagedException {
      Inflater inflater = new Inflater();
      try {
        inflater.setInput(data);
        byte[] content = new byte[size];
        int length = 0;
        while (length < size) {
          int more = inflater.inflate(content, length, size - length);
          if (more == 0) {
            break;
          }
          length += more;
        }
        boolean ends = inflater.finished() || inflater.inflate(new byte[1]) == 0;
        if (length != size || !ends || !inflater.finished()) {
          throw new DamagedException("its deflate data does not hold " + size + " bytes");
        }
        return content;
      } catch (DataFormatException e) {
        throw new DamagedException("its deflate data is damaged");
      } finally {
        inflater.end();
      }
    }
  },

  /** One zstd frame (RFC 8878) that states its content's size. */
  ZSTD(2) {
    @Override
    byte[] encode(byte[] content) {
      return ZstdLibrary.contexts(ZSTD_LEVEL).compress(content);
    }

    @Override
    byte[] decode(byte[] data, int size) throws DamagedException {
      requireZstd();
      if (Zstd.getFrameContentSize(data) != size) {
        throw new DamagedException("its zstd data does not hold " + size + " bytes");
      }
      byte[] content = new byte[size];
      try {
        if (ZstdLibrary.contexts(ZSTD_LEVEL).decompress(data, content) == size) {
          return content;
        }
      } catch (ZstdException e) {
        LOG.debug("zstd refuses an object", e);
      }
      throw new DamagedException("its zstd data is damaged");
    }
  };

  /** The largest content of one row that is read; pieces and inline blobs are far below it. */
  static final int MAX_SIZE = 64 << 20;

  /** The quickest: a compaction, which has time, takes a higher one. */
  private static final int ZSTD_LEVEL = 1;

  /** Below this nothing is gained. */
  private static final int MIN_SIZE = 48;

  private static final Logger LOG = LoggerFactory.getLogger(Codec.class);

  private final int code;

  Codec(int code) {
    this.code = code;
  }

  /** The number in the column {@code codec}. */
  int code() {
    return code;
  }

  /** Encodes; may give back the content itself. */
  abstract byte[] encode(byte[] content);

  /** Decodes to exactly {@code size} bytes, or fails. */
  abstract byte[] decode(byte[] data, int size) throws DamagedException;

  /** Encodes content in the way that makes it smallest at little cost. */
  public static Encoded pack(byte[] content) {
    return pack(content, ZSTD_LEVEL);
  }

  /** Encodes content with a level of zstd: the higher, the smaller and slower. */
  public static Encoded pack(byte[] content, int level) {
    if (content.length >= MIN_SIZE) {
      Codec codec = ZstdLibrary.LOADED ? ZSTD : DEFLATE;
      byte[] data =
          ZstdLibrary.LOADED
              ? ZstdLibrary.contexts(level).compress(content)
              : DEFLATE.encode(content);
      if (data.length < content.length) {
        return new Encoded(codec.code, content.length, data);
      }
    }
    return new Encoded(RAW.code, content.length, content);
  }

  /** Decodes what a row holds. Every number in it may be a lie. */
  public static byte[] unpack(Encoded row) throws DamagedException {
    if (row.data() == null) {
      throw new DamagedException("its data is missing");
    }
    if (row.size() < 0 || row.size() > MAX_SIZE) {
      throw new DamagedException("it claims a size of " + row.size() + " bytes");
    }
    for (Codec codec : values()) {
      if (codec.code == row.codec()) {
        return codec.decode(row.data(), (int) row.size());
      }
    }
    throw new DamagedException("its codec " + row.codec() + " is not known");
  }

  private static void requireZstd() {
    if (!ZstdLibrary.LOADED) {
      throw new StoreException(
          "There is no native zstd library for this machine, and the file needs it",
          "Open the project on another machine, or set the system property ZstdNativePath.");
    }
  }

  /** Loaded with the first object that is worth compressing, not with the bundle. */
  private static final class ZstdLibrary {
    static final boolean LOADED = load();
    private static final Map<Integer, ZstdContexts> CONTEXTS = new ConcurrentHashMap<>();

    static ZstdContexts contexts(int level) {
      return CONTEXTS.computeIfAbsent(level, ZstdContexts::new);
    }

    private static boolean load() {
      try {
        Native.load();
        return Native.isLoaded();
      } catch (UnsatisfiedLinkError | ExceptionInInitializerError e) {
        LOG.warn("No native zstd library for this machine: objects are deflated", e);
        return false;
      }
    }
  }
}
