# For the start scripts: what they ask before they start anything. No process is started for it.
# shellcheck shell=sh disable=SC2034 # Those who include this use what it finds.

# Which of the input, the output and the errors are terminals is in $terminals.
find_terminals() {
  terminals=
  [ ! -t 0 ] || terminals=0
  [ ! -t 1 ] || terminals=${terminals}1
  [ ! -t 2 ] || terminals=${terminals}2
}

# Whether a living process says, in the file beside the project that is named, that it has it open, and there is
# something to be run that nobody types. If that process does not answer, the client finds out.
is_held() {
  [ "${FXD_CLIENT-}" != off ] || return 1
  project=''
  work=''
  case $terminals in
    0*) ;;
    *) work=yes ;;
  esac
  while [ $# -gt 0 ]; do
    case $1 in
      -p | --project)
        project=${2-}
        [ $# -eq 1 ] || shift
        ;;
      -c | -f)
        work=yes
        [ $# -eq 1 ] || shift
        ;;
      --data | --plugins) [ $# -eq 1 ] || shift ;;
      --project=*) project=${1#*=} ;;
      -p*)
        project=${1#-p}
        project=${project#=}
        ;;
      -c* | -f*) work=yes ;;
      --data=* | --plugins=*) ;;
      *) return 1 ;;
    esac
    shift
  done
  [ -n "$project" ] && [ -n "$work" ] && [ -f "$project.holder" ] && [ -r "$project.holder" ] || return 1
  holder=''
  { IFS= read -r holder <"$project.holder"; } 2>/dev/null || return 1
  case $holder in
    pid= | pid=*[!0-9]*) return 1 ;;
    pid=*) kill -0 "${holder#pid=}" 2>/dev/null ;;
    *) return 1 ;;
  esac
}
