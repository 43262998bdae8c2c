package org.fxd.shell.api.remote;

import java.util.Optional;

/**
 * One message between a process that sends commands (the client) and the one that has the project
 * open (the holder). The client begins with {@link Hello}; the holder answers with {@link Welcome}
 * or {@link Refused}. Then the client has commands run, one at a time, each of which the holder
 * ends with {@link Done}.
 */
public sealed interface Frame {
  /** The protocol of this class. A holder refuses any other. */
  int PROTOCOL = 1;

  /** The most bytes that a frame has behind its length. */
  int MAX_BYTES = 1 << 20;

  /** The most bytes of a stream that go into one frame. */
  int MAX_CHUNK = 1 << 15;

  /** The stream of answers, and the client's own input. */
  int STANDARD = 0;

  /** The stream of errors. */
  int ERRORS = 1;

  /** The script that was asked for last, as an input. */
  int SCRIPT = 1;

  /**
   * The client's first.
   *
   * @param protocol what it speaks
   * @param version the FXD that it is of
   * @param caller empty if it speaks another protocol than this
   */
  record Hello(int protocol, String version, Optional<Caller> caller) implements Frame {}

  /**
   * Client: run a command line.
   *
   * @param line as for {@link org.fxd.shell.api.Session#run}
   */
  record Run(String line) implements Frame {}

  /**
   * Client: run the lines of a script.
   *
   * @param name what it is called in messages
   * @param input from where it is read: {@link #STANDARD} or {@link #SCRIPT}
   */
  record Script(String name, int input) implements Frame {}

  /** Client: ask what runs to stop. */
  record Cancel() implements Frame {}

  /**
   * Client, when {@link Want}ed: some of an input.
   *
   * @param bytes at most {@link #MAX_CHUNK} and at most as many as were wanted; none at the end
   */
  // Never compared.
  @SuppressWarnings("ArrayRecordComponent")
  record Input(int input, byte[] bytes) implements Frame {}

  /** Client, when {@link Want}ed: an input cannot be read. */
  record InputFailed(int input, Trouble trouble, String message) implements Frame {}

  /**
   * Client, when {@link Flush}ed: all that came before is written.
   *
   * @param failure why it could not be, in the platform's words; empty if it could
   */
  record Flushed(int output, String failure) implements Frame {}

  /** Client, unasked: nothing more can be written there, and why, in the platform's words. */
  record Broken(int output, String failure) implements Frame {}

  /**
   * Holder: commands may come.
   *
   * @param protocol what it speaks
   * @param version the FXD that it is of
   */
  record Welcome(int protocol, String version) implements Frame {}

  /**
   * Holder: no commands; it closes the connection.
   *
   * @param protocol what it speaks
   * @param version the FXD that it is of
   */
  record Refused(int protocol, String version, Refusal refusal) implements Frame {}

  /** Holder: to be written there. */
  // Never compared.
  @SuppressWarnings("ArrayRecordComponent")
  record Output(int output, byte[] bytes) implements Frame {}

  /**
   * Holder: something of an input is needed.
   *
   * @param most how many bytes at most; at least 1
   */
  record Want(int input, int most) implements Frame {}

  /** Holder: write what came, and say so. */
  record Flush(int output) implements Frame {}

  /**
   * Holder: a command, or a script, has ended.
   *
   * @param code its exit code, 0 to 255
   * @param ended whether the session has ended with it, as after {@code exit}
   */
  record Done(int code, boolean ended) implements Frame {}

  /** Why a holder takes no commands. */
  enum Refusal {
    /** It speaks another protocol, or is of another version. */
    VERSION(0),
    /** It does not have that project open, or not any more. */
    NOT_OPEN(1),
    /** It serves as many as it can already. */
    BUSY(2);

    private final int code;

    Refusal(int code) {
      this.code = code;
    }

    int code() {
      return code;
    }
  }

  /** Why an input cannot be read. */
  enum Trouble {
    /** There is no such file; the message is its name. */
    MISSING(0),
    /** There is no permission for it; the message is its name. */
    DENIED(1),
    /** It is a folder; the message is its name. */
    FOLDER(2),
    /** Something else about a file; the message says what. */
    FILE(3),
    /** Something else; the message says what. */
    OTHER(4);

    private final int code;

    Trouble(int code) {
      this.code = code;
    }

    int code() {
      return code;
    }
  }
}
