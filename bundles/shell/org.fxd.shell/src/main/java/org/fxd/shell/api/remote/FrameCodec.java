package org.fxd.shell.api.remote;

import java.io.IOException;
import java.net.ProtocolException;
import java.util.Optional;

/**
 * The bytes of frames, behind their length. What is decoded comes from elsewhere and is checked: no
 * room is made for more than there is, and nothing may be left over.
 */
final class FrameCodec {
  /** What a first frame begins with, whatever the protocol: "FXDR". */
  private static final int MAGIC = 0x46584452;

  private static final int HELLO = 1;
  private static final int RUN = 2;
  private static final int SCRIPT = 3;
  private static final int CANCEL = 4;
  private static final int INPUT = 5;
  private static final int INPUT_FAILED = 6;
  private static final int FLUSHED = 7;
  private static final int BROKEN = 8;
  private static final int WELCOME = 65;
  private static final int REFUSED = 66;
  private static final int OUTPUT = 67;
  private static final int WANT = 68;
  private static final int FLUSH = 69;
  private static final int DONE = 70;

  private FrameCodec() {}

  /**
   * Writes a frame.
   *
   * @throws ProtocolException if it is too large
   */
  static byte[] encode(Frame frame) throws IOException {
    FrameWriter out = new FrameWriter();
    if (frame instanceof Frame.Hello hello) {
      hello(out.octet(HELLO), hello);
    } else if (frame instanceof Frame.Run run) {
      out.octet(RUN).text(run.line());
    } else if (frame instanceof Frame.Script script) {
      out.octet(SCRIPT).octet(script.input()).text(script.name());
    } else if (frame instanceof Frame.Cancel) {
      out.octet(CANCEL);
    } else if (frame instanceof Frame.Input input) {
      out.octet(INPUT).octet(input.input()).bytes(input.bytes());
    } else if (frame instanceof Frame.InputFailed failed) {
      out.octet(INPUT_FAILED).octet(failed.input());
      out.octet(failed.trouble().code()).text(failed.message());
    } else if (frame instanceof Frame.Flushed flushed) {
      out.octet(FLUSHED).octet(flushed.output()).text(flushed.failure());
    } else if (frame instanceof Frame.Broken broken) {
      out.octet(BROKEN).octet(broken.output()).text(broken.failure());
    } else if (frame instanceof Frame.Welcome welcome) {
      out.octet(WELCOME).number(welcome.protocol()).text(welcome.version());
    } else if (frame instanceof Frame.Refused refused) {
      out.octet(REFUSED).number(refused.protocol()).text(refused.version());
      out.octet(refused.refusal().code());
    } else if (frame instanceof Frame.Output output) {
      out.octet(OUTPUT).octet(output.output()).bytes(output.bytes());
    } else if (frame instanceof Frame.Want want) {
      out.octet(WANT).octet(want.input()).number(want.most());
    } else if (frame instanceof Frame.Flush flush) {
      out.octet(FLUSH).octet(flush.output());
    } else if (frame instanceof Frame.Done done) {
      out.octet(DONE).octet(done.code()).flag(done.ended());
    }
    return out.toBytes();
  }

  private static void hello(FrameWriter out, Frame.Hello hello) throws IOException {
    out.number(MAGIC).number(hello.protocol()).text(hello.version());
    if (hello.caller().isPresent()) {
      Caller caller = hello.caller().get();
      out.path(caller.project()).path(caller.directory());
      out.flag(caller.terminalOut()).flag(caller.terminalErr()).flag(caller.colours());
      out.number(caller.width()).text(caller.user());
      out.optional(caller.authorName()).optional(caller.authorEmail());
    }
  }

  /**
   * Reads a frame.
   *
   * @throws ProtocolException if the bytes are none
   */
  static Frame decode(byte[] bytes) throws IOException {
    FrameReader in = new FrameReader(bytes);
    int type = in.octet();
    Frame frame =
        switch (type) {
          case HELLO -> hello(in);
          case RUN -> new Frame.Run(in.text());
          case SCRIPT -> script(in);
          case CANCEL -> new Frame.Cancel();
          case INPUT -> new Frame.Input(in.stream(), in.bytes(Frame.MAX_CHUNK));
          case INPUT_FAILED ->
              new Frame.InputFailed(
                  in.stream(), in.oneOf(Frame.Trouble.values(), Frame.Trouble::code), in.text());
          case FLUSHED -> new Frame.Flushed(in.stream(), in.text());
          case BROKEN -> new Frame.Broken(in.stream(), in.text());
          case WELCOME -> new Frame.Welcome(in.number(), in.text());
          case REFUSED ->
              new Frame.Refused(
                  in.number(), in.text(), in.oneOf(Frame.Refusal.values(), Frame.Refusal::code));
          case OUTPUT -> new Frame.Output(in.stream(), in.bytes(Frame.MAX_CHUNK));
          case WANT -> want(in);
          case FLUSH -> new Frame.Flush(in.stream());
          case DONE -> new Frame.Done(in.octet(), in.flag());
          default -> throw new ProtocolException("There is no frame of type " + type);
        };
    in.end();
    return frame;
  }

  private static Frame hello(FrameReader in) throws IOException {
    if (in.number() != MAGIC) {
      throw new ProtocolException("It does not begin as it should");
    }
    int protocol = in.number();
    String version = in.text();
    if (protocol != Frame.PROTOCOL) {
      in.skip(); // What another protocol says there, nobody here knows.
      return new Frame.Hello(protocol, version, Optional.empty());
    }
    Caller caller =
        new Caller(
            in.path(),
            in.path(),
            in.flag(),
            in.flag(),
            in.flag(),
            in.number(),
            in.text(),
            in.optional(),
            in.optional());
    return new Frame.Hello(protocol, version, Optional.of(caller));
  }

  private static Frame script(FrameReader in) throws IOException {
    int input = in.stream();
    return new Frame.Script(in.text(), input);
  }

  private static Frame want(FrameReader in) throws IOException {
    Frame.Want want = new Frame.Want(in.stream(), in.number());
    if (want.most() < 1) {
      throw new ProtocolException("It wants " + want.most() + " bytes");
    }
    return want;
  }
}
