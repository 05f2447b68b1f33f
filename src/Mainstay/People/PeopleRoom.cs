using System.CommandLine;
using Mainstay.Archive;
using Mainstay.Cli;
using Mainstay.Hosting;
using Mainstay.Search;

namespace Mainstay.People;

public sealed class PeopleRoom : Room
{
    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<IPersonFacts, RoleFactsQueries>()
        .AddSingleton<ISearchSource, PeopleSearchSource>()
        .AddSingleton<ISearchPeople, PeopleSearchSource>()
        .AddSingleton<IArchiveSection, PeopleArchive>();

    public override IEnumerable<Command> Commands(Shell shell) => [PeopleCli.Command(shell), PersonCli.Command(shell)];
}
