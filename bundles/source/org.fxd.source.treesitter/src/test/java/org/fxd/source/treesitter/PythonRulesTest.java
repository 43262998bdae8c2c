package org.fxd.source.treesitter;

import static org.fxd.source.treesitter.Scans.assertOutline;

import org.junit.jupiter.api.Test;

/** What is a snippet in Python. */
class PythonRulesTest {
  @Test
  void allThereIs() {
    assertOutline(
        "python",
        """
        #!/usr/bin/env python
        # -*- coding: utf-8 -*-
        # Copyright me
        # more
        \"""Module.\"""
        import os
        X: int = 1; Y = 2
        a, b = 1, 2
        x.y = 3

        # about C
        @deco
        class C(Base):  # on C
            \"""Doc.\"""
            # about y
            y = 1

            async def m(self):
                pass
                # tail of m
            # about n
            @property
            def n(self): return 1

            class D: q = 1; r = 2
        # about f
        async def f():
            def inner(): pass
            # in f
        type T = int
        if __name__ == "__main__":
            f()
        if X:
            def g(): pass
        """,
        """
        variable X |X: int = 1; |
        variable Y |Y = 2⏎|
        variable a |a, b = 1, 2⏎|
        class C |# about C⏎@deco⏎class C(Base):  # on C⏎    \"""Doc.\"""⏎…⏎……⏎…|
          field y |    # about y⏎    y = 1⏎|
          method m |    async def m(self):⏎        pass⏎        # tail of m⏎|
          method n |    # about n⏎    @property⏎    def n(self): return 1⏎|
          class D |    class D: ……|
            field q |q = 1; |
            field r |r = 2⏎|
        function f |# about f⏎async def f():⏎    def inner(): pass⏎    # in f⏎|
        type T |type T = int⏎|
        block __main__ |if __name__ == "__main__":⏎    f()⏎|
        """);
  }

  @Test
  void aCommentIndentedOtherwiseBelongsToNobody() {
    assertOutline(
        "python",
        """
        def f():
            pass
          # odd
        def g():
            pass
        """,
        """
        function f |def f():⏎    pass⏎|
        function g |def g():⏎    pass⏎|
        """);
  }

  @Test
  void brokenCode() {
    assertOutline(
        "python",
        """
        def f(:
            pass

        def g():
            pass
        """,
        """
        function f |def f(:⏎    pass⏎|
        function g |def g():⏎    pass⏎|
        """);
  }
}
