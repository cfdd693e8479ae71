using System.CommandLine;
using System.Text;
using Lind.Cli;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await LindProgram.RunAsync(args, Console.Out, Console.Error).ConfigureAwait(false);
