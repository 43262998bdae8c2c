package org.fxd.graph.core.cursor;

import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.workspace.Cursor;

/** A cursor whose every change is an operation. */
final class SessionCursor extends StandingCursor {
  private final SessionGround ground;

  SessionCursor(SessionGround ground, Hold hold) {
    super(ground, hold);
    this.ground = ground;
  }

  @Override
  SessionCursor another(Hold other) {
    return new SessionCursor(ground, other);
  }

  /**
   * Makes one change.
   *
   * @param edit does it with a cursor of a transaction; gives the cursor that it is about then
   * @param line what was done, for the operation log, from where that cursor stood before and after
   * @return what to hold on to afterwards
   */
  private Hold change(Function<TransactionCursor, Cursor> edit, BinaryOperator<String> line) {
    Hold[] after = new Hold[1];
    ground.change(
        tree -> {
          TransactionCursor cursor = new TransactionCursor(tree, hold());
          cursor.look();
          String before = cursor.hold().last().toString();
          after[0] = ((TransactionCursor) edit.apply(cursor)).hold();
          return line.apply(before, after[0].last().toString());
        });
    return after[0];
  }

  private Cursor changed(String verb, Function<TransactionCursor, Cursor> edit) {
    hold(change(edit, (before, after) -> verb + " " + after));
    return this;
  }

  private Cursor moved(String verb, Function<TransactionCursor, Cursor> edit) {
    hold(change(edit, (before, after) -> verb + " " + before + " to " + after));
    return this;
  }

  @Override
  public Cursor create(Kind kind) {
    return exists() ? this : changed("create", cursor -> cursor.create(kind));
  }

  @Override
  public Cursor set(Value value) {
    return changed("set", cursor -> cursor.set(value));
  }

  @Override
  public Cursor metadata(String key, Value value) {
    return changed("set " + key + " of", cursor -> cursor.metadata(key, value));
  }

  @Override
  public Cursor addType(String type) {
    return changed("add type " + type + " to", cursor -> cursor.addType(type));
  }

  @Override
  public Cursor removeType(String type) {
    return changed("remove type " + type + " from", cursor -> cursor.removeType(type));
  }

  @Override
  public Cursor rename(Name name) {
    return moved("rename", cursor -> cursor.rename(name));
  }

  @Override
  public Cursor append(Name name, Node child) {
    return another(
        change(cursor -> cursor.append(name, child), (before, after) -> "append " + after));
  }

  @Override
  public Cursor moveTo(Cursor parent) {
    return moved("move", cursor -> cursor.moveTo(parent));
  }

  @Override
  public Cursor moveBefore(Cursor sibling) {
    return moved("move", cursor -> cursor.moveBefore(sibling));
  }

  @Override
  public Cursor moveAfter(Cursor sibling) {
    return moved("move", cursor -> cursor.moveAfter(sibling));
  }

  @Override
  public void remove() {
    change(
        cursor -> {
          cursor.remove();
          return cursor;
        },
        (before, after) -> "remove " + before);
  }
}
