package org.fxd.history.api.ref;

/** What becomes of work that is not committed when something else is checked out. */
public enum Work {
  /** It is done again on what is checked out; if it contradicts that, nothing happens. */
  FOLLOWS,
  /** It is thrown away; undoing the checkout brings it back. */
  DISCARDED
}
