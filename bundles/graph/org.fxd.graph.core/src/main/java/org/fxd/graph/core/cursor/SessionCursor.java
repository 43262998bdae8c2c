package org.fxd.graph.core.cursor;

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
   * @param verb what is done, for the operation log
   * @param edit does it with a cursor of a transaction; gives the cursor that it is about then
   * @return where that one stands afterwards
   */
  private Hold change(String verb, Function<TransactionCursor, Cursor> edit) {
    Hold[] after = new Hold[1];
    ground.change(
        tree -> {
          TransactionCursor cursor = new TransactionCursor(tree, hold());
          TransactionCursor result = (TransactionCursor) edit.apply(cursor);
          after[0] = result.hold();
          return verb + " " + after[0].last();
        });
    return after[0];
  }

  private Cursor changed(String verb, Function<TransactionCursor, Cursor> edit) {
    hold(change(verb, edit));
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
    String before = hold().last().toString();
    return changed("rename " + before + " to", cursor -> cursor.rename(name));
  }

  @Override
  public Cursor append(Name name, Node child) {
    return another(change("append", cursor -> cursor.append(name, child)));
  }

  @Override
  public Cursor moveTo(Cursor parent) {
    return moved(cursor -> cursor.moveTo(parent));
  }

  @Override
  public Cursor moveBefore(Cursor sibling) {
    return moved(cursor -> cursor.moveBefore(sibling));
  }

  @Override
  public Cursor moveAfter(Cursor sibling) {
    return moved(cursor -> cursor.moveAfter(sibling));
  }

  private Cursor moved(Function<TransactionCursor, Cursor> edit) {
    return changed("move " + hold().last() + " to", edit);
  }

  @Override
  public void remove() {
    change(
        "remove",
        cursor -> {
          cursor.remove();
          return cursor;
        });
  }
}
