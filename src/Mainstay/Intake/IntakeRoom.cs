using System.CommandLine;
using Mainstay.Accounts;
using Mainstay.Api;
using Mainstay.Archive;
using Mainstay.Cli;
using Mainstay.Hosting;

namespace Mainstay.Intake;

[OwnersOnly]
public sealed class IntakeRoom : Room
{
    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<IArchiveSection, ImportsArchive>()
        .AddSingleton<IArchiveSection, ImportChangesArchive>()
        .AddSingleton<IArchiveSection, IdentitiesArchive>()
        .AddSingleton<IArchiveSection, TouchIdentitiesArchive>();

    public override void MapApi(ApiRoutes api) => IntakeApi.Map(api);

    public override IEnumerable<Command> Commands(Shell shell) => [IntakeCli.Import(shell)];
}
