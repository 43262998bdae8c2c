package org.fxd.source.treesitter;

import static org.fxd.source.treesitter.Scans.assertOutline;

import org.junit.jupiter.api.Test;

/** What is a snippet in JavaScript and TypeScript. */
class ScriptRulesTest {
  @Test
  void javascript() {
    assertOutline(
        "javascript",
        """
        #!/usr/bin/env node
        // SPDX-License-Identifier: MIT
        // about the file
        'use strict';
        import a from 'a';
        /** Docs. */
        export class A extends B {
          #p = 1; q = () => 2
          // making
          constructor() { super(); }
          async *gen() {}
          static { init(); }
          get 'a b'() { return 1; }
        }
        async function f() { function inner() {} }
        function g() {} function h() {}
        const { x, y: [z] } = require('q');
        export const arrow = async () => {
          return 1;
        }, other = 2;
        let count = 0;
        var K = class { m() {} };
        exports.make = function () {};
        Foo.prototype.bar = () => {};
        foo(); function late() {} bar();
        export default function () {}
        export { f, g };
        if (x) { function no() {} }
        """,
        """
        class A |/** Docs. */⏎export class A extends B {⏎………………}⏎|
          field #p |  #p = 1; |
          field q |q = () => 2⏎|
          constructor constructor |  // making⏎  constructor() { super(); }⏎|
          method gen |  async *gen() {}⏎|
          initializer static |  static { init(); }⏎|
          method a b |  get 'a b'() { return 1; }⏎|
        function f |async function f() { function inner() {} }⏎|
        function g |function g() {} |
        function h |function h() {}⏎|
        constant x |const { x, y: [z] } = require('q');⏎|
        function arrow |export const arrow = async () => {⏎  return 1;⏎}, other = 2;⏎|
        variable count |let count = 0;⏎|
        class K |var K = class { …};⏎|
          method m |m() {} |
        function make |exports.make = function () {};⏎|
        function bar |Foo.prototype.bar = () => {};⏎|
        function late |function late() {} |
        function default |export default function () {}⏎|
        """);
  }

  @Test
  void typescript() {
    assertOutline(
        "typescript",
        """
        import { X } from 'x';
        @Component({ a: 1 })
        export class A<T> {
          @Input() x: number = 1;
          private y?: string;
          constructor(private z: Z) {}
          @Out()
          m(a: string): void { }
          abstract q(): void;
        }
        export interface I { a: string; b(): void }
        export type T = string;
        const enum E { A, B = 2, 'c' }
        declare global { interface Window { a: string } }
        declare module "m" {
          export function f(): void;
        }
        namespace N.M {
          export const a = 1;
          function inner() {}
        }
        function over(a: string): void;
        function over(a: any) {}
        declare function df(): void;
        export abstract class Q {}
        export default class {}
        export = A;
        """,
        """
        class A |@Component({ a: 1 })⏎export class A<T> {⏎……………}⏎|
          field x |  @Input() x: number = 1;⏎|
          field y |  private y?: string;⏎|
          constructor constructor |  constructor(private z: Z) {}⏎|
          method m |  @Out()⏎  m(a: string): void { }⏎|
          method q |  abstract q(): void;⏎|
        interface I |export interface I { ……}⏎|
          field a |a: string; |
          method b |b(): void |
        type T |export type T = string;⏎|
        enum E |const enum E { ………}⏎|
          constant A |A, |
          constant B |B = 2, |
          constant c |'c' |
        namespace global |declare global { …}⏎|
          interface Window |interface Window { …} |
            field a |a: string |
        namespace m |declare module "m" {⏎…}⏎|
          function f |  export function f(): void;⏎|
        namespace N.M |namespace N.M {⏎……}⏎|
          constant a |  export const a = 1;⏎|
          function inner |  function inner() {}⏎|
        function over |function over(a: string): void;⏎|
        function over |function over(a: any) {}⏎|
        function df |declare function df(): void;⏎|
        class Q |export abstract class Q {}⏎|
        class default |export default class {}⏎|
        """);
  }

  @Test
  void markup() {
    assertOutline(
        "tsx",
        """
        export const View = () => <div>{a}</div>;
        function Other<T,>(p: T) { return <b/>; }
        """,
        """
        function View |export const View = () => <div>{a}</div>;⏎|
        function Other |function Other<T,>(p: T) { return <b/>; }⏎|
        """);
  }

  @Test
  void markupInJavascript() {
    assertOutline(
        "javascript",
        """
        export default () => <div/>;
        """,
        """
        function default |export default () => <div/>;⏎|
        """);
  }

  @Test
  void brokenCode() {
    assertOutline(
        "javascript",
        """
        function a() {}
        class B {
          m() {
          }
          n( {}
        }
        function c() {}
        """,
        """
        function a |function a() {}⏎|
        class B |class B {⏎…  n( {}⏎}⏎|
          method m |  m() {⏎  }⏎|
        function c |function c() {}⏎|
        """);
  }
}
