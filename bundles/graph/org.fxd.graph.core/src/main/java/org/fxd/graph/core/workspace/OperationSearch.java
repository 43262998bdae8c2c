package org.fxd.graph.core.workspace;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.workspace.Operation;

/** Finds the operation that a person means. */
final class OperationSearch {
  private static final Pattern FORM = Pattern.compile("(?:op:)?(@|[0-9a-fA-F]{4,64})(-*)");
  private static final int LISTED = 5;

  private final LoggedOperations log;
  private final Operation newest;
  private final Operation current;

  OperationSearch(LoggedOperations log, Operation newest, Operation current) {
    this.log = log;
    this.newest = newest;
    this.current = current;
  }

  Operation find(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new UsageException(
          "'" + text + "' is no operation",
          "give the first digits of an id (four or more), or @ for the one that the project stands"
              + " at, and - behind it for the one before; fxd:oplog shows them");
    }
    Operation found = form.group(1).equals("@") ? current : byDigits(form.group(1));
    for (int back = form.group(2).length(); back > 0; back--) {
      if (found.parents().isEmpty()) {
        throw new NotFoundException(
            "There is no operation '" + text + "': " + found.id().brief() + " is the first one.");
      }
      Hash earlier = found.parents().get(0);
      found = log.find(earlier).orElseThrow(() -> forgotten(earlier));
    }
    return found;
  }

  private Operation byDigits(String typed) {
    String digits = typed.toLowerCase(Locale.ROOT);
    if (digits.length() == 2 * Hash.LENGTH) {
      Hash id = Hash.parse(digits);
      return log.find(id).orElseThrow(() -> forgotten(id));
    }
    List<Operation> found = new ArrayList<>();
    Iterator<Operation> all = log.from(newest.id());
    while (all.hasNext() && found.size() <= LISTED) {
      Operation operation = all.next();
      if (operation.id().toString().startsWith(digits)) {
        found.add(operation);
      }
    }
    if (found.isEmpty()) {
      throw new NotFoundException(
          "There is no operation '" + typed + "'.", "fxd:oplog shows those that there are.");
    }
    if (found.size() > 1) {
      List<String> ids = new ArrayList<>();
      for (Operation operation : found.subList(0, Math.min(LISTED, found.size()))) {
        ids.add(operation.id().toString().substring(0, Math.min(64, digits.length() + 6)));
      }
      throw new UsageException(
          "The ids of several operations begin with '" + typed + "'",
          "give more digits: " + String.join(", ", ids) + (found.size() > LISTED ? ", …" : ""));
    }
    return found.get(0);
  }

  /** Says that an operation is not there any more. */
  static NotFoundException forgotten(Hash id) {
    return new NotFoundException(
        "Operation " + id.brief() + " is not in the log, which reaches back only so far.",
        "fxd:oplog shows what is kept; fxd:gc --keep DAYS says how long that is.");
  }
}
