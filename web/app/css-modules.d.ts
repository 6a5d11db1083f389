// A class that a style sheet does not have is undefined at run time; the types say the same.
declare module '*.module.css' {
  const styles: Record<string, string | undefined>
  export default styles
}
