package org.fxd.shell.call;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Process;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.FxdException.Category;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;

/**
 * Hands a script to Felix Gogo, which is started when the first one comes: hardly anybody needs it,
 * and nobody shall wait for it. Its bundle may be missing; then this class cannot be linked, and
 * whoever asks for it says so.
 */
public final class FelixGogo implements Gogo {
  private static final String BUNDLE = "org.apache.felix.gogo.runtime";

  private final BundleContext context;

  /** Looks for Gogo in the given framework. */
  public FelixGogo(BundleContext context) {
    this.context = context;
  }

  @Override
  public int run(
      String script,
      InputStream in,
      OutputStream out,
      OutputStream err,
      Iterable<String> names,
      Calls calls) {
    ServiceReference<CommandProcessor> reference = processor();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    try (CommandSession session =
        context
            .getService(reference)
            .createSession(in, print, new PrintStream(err, true, StandardCharsets.UTF_8))) {
      for (String name : names) {
        session.put(name, function(name, calls));
      }
      Object result = session.execute(script);
      if (result != null && !(result instanceof Integer)) {
        print.println(session.format(result, Converter.INSPECT));
      }
      print.flush();
      return result instanceof Integer code ? code : 0;
    } catch (Exception e) {
      throw new FxdException("Gogo says: " + e.getMessage(), e);
    } finally {
      context.ungetService(reference);
    }
  }

  private static Function function(String name, Calls calls) {
    return (session, arguments) -> {
      List<String> words = new ArrayList<>(List.of(name));
      arguments.forEach(argument -> words.add(String.valueOf(argument)));
      Process process = Process.Utils.current();
      return calls.call(words, process.in(), process.out());
    };
  }

  private ServiceReference<CommandProcessor> processor() {
    ServiceReference<CommandProcessor> reference =
        context.getServiceReference(CommandProcessor.class);
    if (reference == null) {
      start();
      reference = context.getServiceReference(CommandProcessor.class);
    }
    if (reference == null) {
      throw new FxdException("Gogo is installed but does not answer");
    }
    return reference;
  }

  private void start() {
    Bundle bundle =
        Arrays.stream(context.getBundles())
            .filter(b -> BUNDLE.equals(b.getSymbolicName()))
            .findFirst()
            .orElseThrow(
                () ->
                    new FxdException(
                        Category.FAILED,
                        "Gogo is not installed",
                        "lines without 'gogo:' need none",
                        null));
    try {
      bundle.start(Bundle.START_TRANSIENT);
    } catch (BundleException e) {
      throw new FxdException("Gogo cannot be started: " + e.getMessage(), e);
    }
  }
}
