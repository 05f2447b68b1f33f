using System.CommandLine;
using Mainstay.Cli;
using Mainstay.Hosting;

namespace Mainstay.Intake;

public sealed class IntakeRoom : Room
{
    public override IEnumerable<Command> Commands(Shell shell) => [IntakeCli.Import(shell)];
}
