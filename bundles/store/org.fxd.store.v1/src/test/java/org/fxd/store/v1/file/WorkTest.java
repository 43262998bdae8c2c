package org.fxd.store.v1.file;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.fxd.graph.api.task.Cancellation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkTest {
  private static final String FOREVER =
      "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c";

  @TempDir Path folder;

  private void run(Connections.First limit) throws Exception {
    try (Connection connection = Connections.creator(folder.resolve("x.fxd"));
        Statement statement = connection.createStatement()) {
      limit.with(connection);
      SQLException stopped =
          assertThrows(SQLException.class, () -> statement.executeQuery(FOREVER).next());
      assertTrue(stopped.getMessage().contains("INTERRUPT"), stopped.getMessage());
    }
  }

  @Test
  void whatTakesForeverIsStopped() throws Exception {
    run(connection -> Work.limit(connection, 4096, Cancellation.none()));
  }

  @Test
  void whoAsksToStopNeedNotWait() throws Exception {
    Cancellation cancellation = Cancellation.none();
    cancellation.cancel();
    run(connection -> Work.limitTo(connection, Long.MAX_VALUE, cancellation));
  }
}
