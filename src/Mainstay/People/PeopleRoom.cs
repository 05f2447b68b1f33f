using System.CommandLine;
using Mainstay.Archive;
using Mainstay.Cli;
using Mainstay.Hosting;

namespace Mainstay.People;

public sealed class PeopleRoom : Room
{
    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<IPersonFacts, RoleFactsQueries>()
        .AddSingleton<IArchiveSection, PeopleArchive>();

    public override IEnumerable<Command> Commands(Shell shell) => [PeopleCli.Command(shell), PersonCli.Command(shell)];
}
