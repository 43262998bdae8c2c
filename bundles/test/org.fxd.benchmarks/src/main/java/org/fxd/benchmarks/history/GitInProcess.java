package org.fxd.benchmarks.history;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.LogCommand;
import org.eclipse.jgit.api.ResetCommand.ResetType;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.fxd.benchmarks.Arguments;

/** Measures JGit doing what {@link InProcess} does, on the Git repository that it came from. */
public final class GitInProcess {
  private static final int FILES = 50;
  private static final int PAGE = 50;

  private final Figures figures;
  private final Git git;
  private final Path tree;
  private int unique = 1_000_000;

  private GitInProcess(Figures figures, Git git) {
    this.figures = figures;
    this.git = git;
    this.tree = git.getRepository().getWorkTree().toPath();
  }

  /** Measures; {@code source=} is a clone with the branches as they are in the project. */
  public static void main(String[] given) throws Exception {
    Arguments arguments = Arguments.of(given);
    try (Git git = Git.open(arguments.source().toFile())) {
      Figures figures = new Figures(arguments);
      GitInProcess bench = new GitInProcess(figures, git);
      Map<String, Figures.Part> parts = new LinkedHashMap<>();
      parts.put("status", bench::status);
      parts.put("diff", bench::diff);
      parts.put("switch", bench::checkOut);
      parts.put("log", bench::log);
      parts.put("blame", bench::blame);
      parts.put("merge", bench::merge);
      parts.put("commit", bench::commit);
      figures.run(parts);
    }
  }

  private void status() throws Exception {
    checkOut("main");
    figures.measure("status", number -> git.status().call());
    figures.measure("status, work tree", number -> git.status().call());
    figures.measure(
        "status, one file edited",
        1,
        this::edit,
        number -> git.status().call(),
        number -> git.reset().setMode(ResetType.HARD).call());
  }

  private void diff() throws Exception {
    try (DiffFormatter diff = new DiffFormatter(OutputStream.nullOutputStream())) {
      diff.setRepository(git.getRepository());
      ObjectId main = id("main");
      ObjectId left = id("left");
      figures.measure("diff, names", number -> diff.scan(main, left));
      figures.measure(
          "diff, lines",
          number -> {
            diff.format(main, left);
            diff.flush();
          });
    }
  }

  private void checkOut() throws Exception {
    figures.measure("switch, files", number -> checkOut(number % 2 == 0 ? "left" : "main"));
    checkOut("main");
  }

  private void log() throws Exception {
    figures.measure("log", number -> read(git.log()));
    figures.measure("log, first page", number -> read(git.log().setMaxCount(PAGE)));
    figures.measure("log, one path", number -> read(git.log().addPath("bench/Large.java")));
  }

  private void blame() throws Exception {
    figures.measure("blame", number -> git.blame().setFilePath("bench/Large.java").call());
  }

  private void merge() throws Exception {
    checkOut("left");
    ObjectId left = id("left");
    ObjectId right = id("right");
    figures.measure(
        "merge",
        1,
        number -> {},
        number -> git.merge().include(right).call(),
        number -> git.reset().setMode(ResetType.HARD).setRef(left.name()).call());
  }

  private void commit() throws Exception {
    checkOut("main");
    git.checkout().setName("work").setCreateBranch(true).call();
    figures.measure(
        "commit",
        1,
        this::edit,
        number -> git.commit().setAll(true).setMessage("Edit " + number).call(),
        number -> {});
  }

  private void edit(int number) throws IOException {
    Path file = tree.resolve("bench/Bench%02d.java".formatted(number % FILES));
    Files.writeString(
        file, Files.readString(file).replaceFirst("int at = \\d+", "int at = " + unique++));
  }

  private void checkOut(String branch) throws Exception {
    git.checkout().setName(branch).call();
  }

  private ObjectId id(String branch) throws IOException {
    return git.getRepository().resolve(branch);
  }

  private static void read(LogCommand log) throws Exception {
    for (RevCommit commit : log.call()) {
      if (commit.getFullMessage().isEmpty()) {
        break;
      }
    }
  }
}
