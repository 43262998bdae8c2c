package org.fxd.source.treesitter;

import static org.fxd.source.treesitter.Scans.assertOutline;

import org.junit.jupiter.api.Test;

/** What is a snippet in Java. */
class JavaRulesTest {
  @Test
  void typesAndTheirMembers() {
    assertOutline(
        "java",
        """
        /*
         * Licensed to you.
         */
        package a.b; // the package

        import java.util.List;

        /** Doc. */
        @Deprecated
        public class A<T> extends B { // on A

          int a, b = 2; // both
          static final int C = 1;

          // Detached.

          // Attached,
          // in two lines.
          @Override
          /* between */ <X> void m(X x) {
            class Local { void q() {} }
            new Object() { void z() {} };
          }

          A() {}
          static { System.out.println(); } { hashCode(); }

          enum E {
            /** One. */
            ONE(1), // first
            TWO { void q() {} }, THREE;

            final int i = 0;
            E(int i) {}
          }

          record R(int a) { R { } static int z; }
          @interface N { int v() default 1; }
          interface I { int Q = 1; void d(); } // tail
        }
        interface Second {}
        """,
        """
        class A |/** Doc. */⏎@Deprecated⏎public class A<T> extends B { // on A⏎⏎……⏎  // Detached.⏎⏎…⏎………⏎…⏎………}⏎|
          field a |  int a, b = 2; // both⏎|
          field C |  static final int C = 1;⏎|
          method m |  // Attached,⏎  // in two lines.⏎  @Override⏎  /* between */ <X> void m(X x) {⏎    class Local { void q() {} }⏎    new Object() { void z() {} };⏎  }⏎|
          constructor A |  A() {}⏎|
          initializer static |  static { System.out.println(); } |
          initializer  |{ hashCode(); }⏎|
          enum E |  enum E {⏎………⏎……  }⏎|
            constant ONE |    /** One. */⏎    ONE(1), // first⏎|
            constant TWO |    TWO { …}, |
              method q |void q() {} |
            constant THREE |THREE;⏎|
            field i |    final int i = 0;⏎|
            constructor E |    E(int i) {}⏎|
          record R |  record R(int a) { ……}⏎|
            constructor R |R { } |
            field z |static int z; |
          annotation N |  @interface N { …}⏎|
            method v |int v() default 1; |
          interface I |  interface I { ……} // tail⏎|
            field Q |int Q = 1; |
            method d |void d(); |
        interface Second |interface Second {}⏎|
        """);
  }

  @Test
  void aDocCommentAtTheTopBelongsToItsClass() {
    assertOutline(
        "java",
        """
        /** About A. */
        class A {}
        // about b
        class B {}
        """,
        """
        class A |/** About A. */⏎class A {}⏎|
        class B |// about b⏎class B {}⏎|
        """);
  }

  @Test
  void aLicenceDirectlyAboveDoesNot() {
    assertOutline(
        "java",
        """
        // Copyright me.
        // All of it.
        /** About A. */
        class A {}
        """,
        """
        class A |/** About A. */⏎class A {}⏎|
        """);
  }

  @Test
  void oneLineForAll() {
    assertOutline(
        "java",
        """
        class A { int a; /* of b */ int b; void m() {} } class B {} // end
        """,
        """
        class A |class A { ………} |
          field a |int a; |
          field b |/* of b */ int b; |
          method m |void m() {} |
        class B |class B {} // end⏎|
        """);
  }

  @Test
  void aCommentThatGoesOnIsNotCut() {
    assertOutline(
        "java",
        """
        class A {
          int a; /* of a,
          still */
          int b;
        }
        """,
        """
        class A |class A {⏎……}⏎|
          field a |  int a; /* of a,⏎  still */⏎|
          field b |  int b;⏎|
        """);
  }

  @Test
  void brokenCode() {
    assertOutline(
        "java",
        """
        class A {
          void a() {
          }

          void b( {
          }

          /** C. */
          void c() { }

        class B {}
        """,
        """
        class A |class A {⏎…⏎…⏎…⏎…|
          method a |  void a() {⏎  }⏎|
          method b |  void b( {⏎  }⏎|
          method c |  /** C. */⏎  void c() { }⏎|
          class B |class B {}⏎|
        """);
  }

  @Test
  void carriageReturnsStay() {
    assertOutline(
        "java",
        """
        package p;\r
        \r
        /** A. */\r
        class A {\r
          int a;\r
        }\r
        """,
        """
        class A |/** A. */␍⏎class A {␍⏎…}␍⏎|
          field a |  int a;␍⏎|
        """);
  }

  @Test
  void aByteOrderMarkStaysAtTheTop() {
    assertOutline(
        "java",
        """
        ﻿class A {}
        """,
        """
        class A |class A {}⏎|
        """);
  }

  @Test
  void methodsWithoutAClass() {
    assertOutline(
        "java",
        """
        void main() { }
        """,
        """
        method main |void main() { }⏎|
        """);
  }

  @Test
  void aModule() {
    assertOutline(
        "java",
        """
        /** M. */
        module a.b {
          exports a;
        }
        """,
        """
        module a.b |/** M. */⏎module a.b {⏎  exports a;⏎}⏎|
        """);
  }
}
