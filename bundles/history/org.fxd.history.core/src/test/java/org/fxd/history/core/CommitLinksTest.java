package org.fxd.history.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.fxd.graph.api.Hash;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.ObjectType;
import org.junit.jupiter.api.Test;

class CommitLinksTest {
  private static final CommitLinks LINKS = new CommitLinks();

  @Test
  void aCommitLeadsToItsRootAndItsParents() {
    try (HistoryFixture project = new HistoryFixture()) {
      project.write("a", "1");
      Hash first = project.commit("first").id();
      project.write("a", "2");
      var second = project.commit("second");
      byte[] encoded = bytes(project, second.id());
      assertEquals(ObjectType.COMMIT, LINKS.type());
      assertEquals(List.of("NODE " + second.root(), "COMMIT " + first), links(encoded));
      assertEquals(OptionalLong.of(2), LINKS.generation(encoded));
      assertEquals(OptionalLong.of(1), LINKS.generation(bytes(project, first)));
    }
  }

  @Test
  void whatIsNoCommitIsRefused() {
    byte[] bytes = {ObjectType.COMMIT.code(), 1, 2, 3};
    assertThrows(IllegalArgumentException.class, () -> links(bytes));
    assertThrows(IllegalArgumentException.class, () -> LINKS.generation(bytes));
  }

  private static byte[] bytes(HistoryFixture project, Hash id) {
    return ((Lookup.Present) project.store().get(List.of(id)).get(id)).bytes();
  }

  private static List<String> links(byte[] encoded) {
    List<String> links = new ArrayList<>();
    LINKS.of(encoded, (type, hash) -> links.add(type + " " + hash));
    return links;
  }
}
