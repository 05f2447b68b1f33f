using System.CommandLine;
using System.Globalization;
using Mainstay.Cli;
using Mainstay.Words;

namespace Mainstay.Rhythm;

/// <summary><c>mainstay budget</c></summary>
public static class BudgetCli
{
    public static Command Command(Shell shell)
    {
        var minutes = new Argument<string?>("MINUTES") { Description = "Rhythm.HelpMinutes", Arity = ArgumentArity.ZeroOrOne };
        var budget = new Command("budget", "Rhythm.HelpBudget") { minutes };
        budget.SetAction((parsed, stop) => shell.At(parsed, async desk =>
        {
            if (parsed.GetValue(minutes) is { } typed) await desk.Store.SetWeeklyMinutes(Minutes(typed), stop);
            await Print(desk, stop);
            return Shell.Fine;
        }, stop));
        return budget;
    }

    private static int? Minutes(string typed)
    {
        if (typed.Equals("off", StringComparison.OrdinalIgnoreCase)) return null;
        return int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new Mistaken(new Problems { { "minutes", "Rhythm.NotMinutes", typed } });
    }

    private static async Task Print(Desk desk, CancellationToken stop)
    {
        var budget = await desk.Store.BudgetOn(desk.Today, stop);
        if (desk.Paper.AsJson) desk.Paper.Write(BudgetAnswer.Of(budget));
        else foreach (var line in BudgetWords.Of(budget)) desk.Paper.Line(line.InWords());
    }
}
