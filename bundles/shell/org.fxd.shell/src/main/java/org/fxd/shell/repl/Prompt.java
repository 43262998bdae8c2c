package org.fxd.shell.repl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.history.api.Commit;
import org.fxd.history.api.History;
import org.fxd.shell.api.Session;
import org.fxd.shell.print.VisibleText;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads lines from a person until there are no more, and has each of them run. */
public final class Prompt {
  private static final Logger LOG = LoggerFactory.getLogger(Prompt.class);

  private final Session session;
  private final Whereabouts where;
  private final Suggestions suggestions;
  private final Optional<Path> data;
  private final Path directory;
  private final boolean colours;

  /**
   * A prompt for a session.
   *
   * @param directory the folder against which file names are completed
   * @param data where the history is kept; without it, the history ends with the prompt
   * @param colours whether the prompt and what is typed are coloured
   */
  public Prompt(
      Session session,
      Whereabouts where,
      Suggestions suggestions,
      Path directory,
      Optional<Path> data,
      boolean colours) {
    this.session = session;
    this.where = where;
    this.suggestions = suggestions;
    this.directory = directory;
    this.colours = colours;
    this.data = data;
  }

  /** Runs on the process's terminal. */
  public int run() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // JLine looks for its ways to a terminal through the thread's class loader; with any other than
    // its own it finds none, and what a person gets is a terminal without editing.
    thread.setContextClassLoader(TerminalBuilder.class.getClassLoader());
    try (Terminal terminal =
        TerminalBuilder.builder().name("fxd").system(true).dumb(true).build()) {
      return run(terminal);
    } catch (IOException e) {
      throw new FxdException("Cannot use the terminal: " + e.getMessage(), e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Runs on a given terminal, which it does not close. */
  public int run(Terminal terminal) {
    LineReader reader = reader(terminal);
    terminal.handle(Terminal.Signal.INT, signal -> session.cancel());
    terminal.writer().println("FXD. 'help' lists the commands, 'exit' or Ctrl-D ends.");
    terminal.flush();
    while (!session.isEnded()) {
      try {
        String line = reader.readLine(left(), right(), (Character) null, null);
        where.window(terminal.getWidth());
        int code = session.run(line);
        if (session.isEnded()) {
          return code;
        }
      } catch (UserInterruptException e) {
        LOG.debug("A line was given up");
      } catch (EndOfFileException e) {
        return 0;
      }
    }
    return 0;
  }

  private LineReader reader(Terminal terminal) {
    LineReaderBuilder builder =
        LineReaderBuilder.builder()
            .appName("fxd")
            .terminal(terminal)
            .parser(new PromptParser())
            .completer(
                (reader, line, candidates) ->
                    suggestions
                        .of(
                            line.words().subList(0, line.wordIndex()),
                            line.word(),
                            where,
                            directory)
                        .forEach(suggestion -> candidates.add(candidate(suggestion))))
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.BRACKETED_PASTE, true)
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, "%M> ");
    data.filter(Files::isDirectory)
        .filter(Files::isWritable)
        .ifPresent(folder -> builder.variable(LineReader.HISTORY_FILE, folder.resolve("history")));
    if (colours) {
      builder.highlighter(new PromptHighlighter(suggestions));
    }
    return builder.build();
  }

  private static Candidate candidate(Suggestion suggestion) {
    String description = suggestion.description().isEmpty() ? null : suggestion.description();
    return new Candidate(
        suggestion.value(),
        VisibleText.ofCell(suggestion.value()),
        null,
        description,
        null,
        null,
        suggestion.complete());
  }

  private String left() {
    return styled("fxd> ", AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN));
  }

  private String styled(String text, AttributedStyle style) {
    return colours ? new AttributedStringBuilder().append(text, style).toAnsi() : text;
  }

  private String right() {
    try {
      return where.workspace().map(this::right).orElse("");
    } catch (RuntimeException e) {
      LOG.warn("The prompt cannot tell the project's branch", e);
      return "";
    }
  }

  private String right(Workspace workspace) {
    String name =
        workspace.file().map(file -> file.getFileName().toString()).orElse(workspace.project());
    String branch =
        where
            .service(History.class)
            .flatMap(h -> h.branch().or(() -> h.head().map(Commit::id).map(id -> id.brief())))
            .map(text -> " " + text)
            .orElse("");
    return styled(VisibleText.ofCell(name + branch), AttributedStyle.DEFAULT.faint());
  }
}
