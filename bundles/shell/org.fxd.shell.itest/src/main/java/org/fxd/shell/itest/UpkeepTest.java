package org.fxd.shell.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
    typist = Typist.withProject(shell, folder);
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
    assertTrue(would.contains("would remove  about ") && would.contains("an estimate"), would);
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

  @Test
  void aFileIsLookedAtWhoeverHasItOpenOrNobody() {
    String open = typist.ok("fxd:fsck x.fxd");
    assertTrue(open.contains("sound") && open.contains("1 commit"), open);
    assertTrue(typist.fails(2, "fxd:fsck --salvage").contains("only with FILE"), typist::err);
    typist.ok("fxd:close");
    assertEquals(open, typist.ok("fxd:fsck x.fxd"));
    assertTrue(typist.ok("fxd:fsck x.fxd --repair").contains("sound"), typist::out);
    String refusal = typist.fails(1, "fxd:fsck --salvage x.fxd");
    assertTrue(refusal.contains("Nothing is wrong with"), refusal);
    typist.fails(1, "fxd:fsck none.fxd");
    typist.ok("fxd:open x.fxd");
  }

  @Test
  void aFileThatCannotBeOpenedIsToldOfAndSalvaged() throws IOException {
    typist.ok("node:edit bom.txt --text last");
    typist.ok("fxd:save");
    typist.ok("fxd:close");
    Path file = folder.resolve("x.fxd");
    byte[] sound = Files.readAllBytes(file);
    boolean salvaged = false;
    for (int page = 4096; page < sound.length && !salvaged; page += 4096) {
      // The row that was written last to a page of rows begins where its header says.
      int row = page + ((sound[page + 5] & 0xff) << 8 | sound[page + 6] & 0xff);
      if (sound[page] != 13 || row + 40 > sound.length) {
        continue;
      }
      byte[] damaged = sound.clone();
      Arrays.fill(damaged, row + 20, row + 40, (byte) 'x');
      Files.write(file, damaged);
      int code = typist.run("fxd:open x.fxd");
      if (code == 0) {
        typist.ok("fxd:close");
      } else if (typist.err().contains("its newest operation")) {
        assertTrue(typist.err().contains("fxd:fsck --salvage "), typist.err());
        typist.fails(1, "fxd:fsck x.fxd");
        assertTrue(typist.out().contains("The newest operation "), typist.out());
        assertTrue(typist.out().contains("fxd:fsck --salvage "), typist.out());
        String did = typist.ok("fxd:fsck --salvage x.fxd");
        assertTrue(did.contains("salvaged  ") && did.contains("x.damaged.fxd"), did);
        typist.ok("fxd:open x.fxd");
        assertEquals("last", typist.ok("node:cat bom.txt").strip());
        salvaged = true;
      }
    }
    assertTrue(salvaged, "some page holds the newest operation");
  }

  /** SQLite's text was printed as it is, and --repair advised, which cannot help there. */
  @Test
  void aFileWhoseStructureIsDamagedIsToBeSalvaged() throws IOException {
    typist.ok("fxd:save");
    typist.ok("fxd:close");
    Path file = folder.resolve("x.fxd");
    byte[] damaged = Files.readAllBytes(file);
    Arrays.fill(damaged, 4096, 4104, (byte) 0xff);
    Files.write(file, damaged);
    for (String line : List.of("fxd:fsck x.fxd", "fxd:fsck --repair x.fxd")) {
      String advice = typist.fails(1, line);
      assertTrue(advice.contains("fxd:fsck --salvage "), advice);
      assertFalse(advice.contains("--repair"), advice);
      assertTrue(typist.out().contains("The structure of the file is damaged"), typist::out);
      assertFalse(typist.out().contains("***"), typist::out);
    }
    typist.ok("fxd:open x.fxd");
    assertTrue(typist.fails(1, "fxd:fsck").contains("fxd:close, then fxd:fsck --salvage "));
    typist.ok("fxd:close");
    typist.ok("fxd:fsck --salvage x.fxd");
    typist.ok("fxd:open x.fxd");
    assertTrue(typist.ok("fxd:fsck").contains("sound"), typist::out);
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
