package org.fxd.store.sqlite;

import org.fxd.store.api.StoreProvider;
import org.fxd.testkit.store.StoreContract;

/** The file keeps the laws of a store. */
class SqliteStoreTest extends StoreContract {
  @Override
  protected StoreProvider provider() {
    return new SqliteStoreProvider(null);
  }
}
