@echo off
rem Starts FXD with JAVA_HOME's Java, or else the one on the PATH. "fxd --help" tells what it takes.
rem FXD_JAVA_OPTIONS holds further options for Java itself.
setlocal
for %%i in ("%~dp0..") do set "FXD_INSTALLED=%%~fi"
set "FXD_JAVA=java"
if not defined JAVA_HOME goto start
set "FXD_JAVA=%JAVA_HOME%\bin\java.exe"
if exist "%FXD_JAVA%" goto start
echo JAVA_HOME is %JAVA_HOME%, but there is no %FXD_JAVA% 1>&2
echo set JAVA_HOME to a Java 17 or newer, or unset it 1>&2
exit /b 1
:start
"%FXD_JAVA%" -XX:+IgnoreUnrecognizedVMOptions --sun-misc-unsafe-memory-access=allow -XX:+UseSerialGC -Xshare:auto %FXD_JAVA_OPTIONS% "-Dfxd.home=%FXD_INSTALLED%" -jar "%FXD_INSTALLED%\lib\fxd.jar" %*
exit /b %ERRORLEVEL%
