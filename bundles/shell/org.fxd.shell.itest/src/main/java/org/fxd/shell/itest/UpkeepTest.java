package org.fxd.shell.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fxd.shell.api.Shell;
import org.fxd.store.api.Batch;
import org.fxd.store.api.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.common.service.ServiceAware;
import org.osgi.test.junit5.service.ServiceExtension;

/** A project in a file is collected, checked and repaired. */
@ExtendWith(ServiceExtension.class)
class UpkeepTest {
  @InjectService Shell shell;

  @InjectService(cardinality = 0)
  ServiceAware<Store> stores;

  @TempDir Path folder;
  private Typist typist;

  @BeforeEach
  void open() throws IOException {
    Trees.write(folder.resolve("tree"));
    typist = new Typist(shell, folder);
    typist.ok("fxd:init x.fxd");
    typist.ok("git:import tree");
    typist.ok("fxd:commit -m first");
  }

  @AfterEach
  void close() {
    typist.close();
  }

  @Test
  void whatNothingLeadsToGoesAndCommitsStay() {
    typist.ok("fxd:query .method");
    for (int i = 0; i < 5; i++) {
      typist.ok("node:edit bom.txt --text 'version " + i + "'");
    }
    typist.ok("fxd:commit -m second");
    typist.ok("node:edit bom.txt --text last");
    String before = all();
    String would = typist.ok("fxd:gc --keep 0 --dry-run");
    assertTrue(would.contains("would keep") && would.contains("2 commits"), would);
    String kept = typist.ok("fxd:gc");
    assertTrue(kept.contains("removed  0 objects"), kept);
    String did = typist.ok("fxd:gc --keep 0");
    assertTrue(did.contains("2 commits and 1 operation"), did);
    assertFalse(did.contains("removed  0 objects"), did);
    assertTrue(did.contains("gc cannot be undone"), did);
    String after = all();
    assertEquals(before, after);
    assertTrue(typist.ok("fxd:show @-").contains("first"), typist::out);
    String sound = typist.ok("fxd:fsck");
    assertTrue(sound.contains("sound") && sound.contains("2 commits"), sound);
    typist.ok("fxd:close");
    typist.ok("fxd:open x.fxd");
    assertEquals(before, all());
    assertTrue(typist.ok("fxd:fsck --json").contains("\"sound\":true"), typist::out);
  }

  /** What is not to be changed by any upkeep, who made what included. */
  private String all() {
    return typist.ok("fxd:log")
        + typist.ok("node:cat bom.txt")
        + typist.ok("node:ls")
        + typist.ok("node:owner bom.txt")
        + typist.ok("node:owner README.md");
  }

  @Test
  void daysAreANumber() {
    assertTrue(typist.fails(2, "fxd:gc --keep soon").contains("'soon' is not a number of days"));
    assertTrue(typist.fails(2, "fxd:gc --keep -1").contains("is not a number of days"));
  }

  @Test
  void whatIsWrongIsSaidAndRepaired() {
    typist.ok("fxd:query .method");
    Store store = stores.getService();
    List<byte[]> keys = new ArrayList<>();
    store.index(
        index -> index.scan(new byte[] {'N'}, new byte[] {'O'}, (key, value) -> keys.add(key)));
    try (Batch batch = store.begin()) {
      batch.index(keys.get(0), null);
      batch.commit();
    }
    String failure = typist.fails(1, "fxd:fsck");
    assertTrue(failure.contains("1 thing is wrong"), failure);
    assertTrue(failure.contains("fxd:fsck --repair"), failure);
    String repaired = typist.ok("fxd:fsck --repair");
    assertTrue(repaired.contains("repaired: The index was made anew."), repaired);
    assertTrue(repaired.contains("repaired  1 of 1 finding"), repaired);
    assertTrue(typist.ok("fxd:fsck").contains("sound"), typist::out);
  }
}
