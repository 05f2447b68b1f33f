using System.CommandLine;
using Mainstay.Cli;
using Mainstay.Hosting;
using Mainstay.People;
using Mainstay.Search;
using Mainstay.Web;

namespace Mainstay.Rhythm;

public sealed class RhythmRoom : Room
{
    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<IPersonFacts, TieFactsQueries>()
        .AddSingleton<IPersonLeaves, LeavingActions>()
        .AddSingleton<ISearchSource, TouchesSearchSource>()
        .AddSingleton<ISearchSource, TasksSearchSource>()
        .AddSingleton<ITodayCard, DueCard>()
        .AddSingleton<ITodayCard, BirthdayCard>()
        .AddSingleton<ITodayCard, TaskCard>()
        .AddSingleton<ITodayCard, SetupCard>()
        .AddSingleton<ITodayTime, TimeCard>();

    public override IEnumerable<Command> Commands(Shell shell) =>
        [TouchCli.Command(shell), TieCli.Cadence(shell), TieCli.Tie(shell), TieCli.Snooze(shell), LayersCli.Command(shell), TasksCli.Command(shell), BudgetCli.Command(shell)];
}
