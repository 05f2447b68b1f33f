using System.CommandLine;
using Mainstay.Cli;
using Mainstay.Words;

namespace Mainstay.Web;

/// <summary><c>mainstay today</c></summary>
public static class TodayCli
{
    public static Command Command(Shell shell)
    {
        var on = new Option<string?>("--on") { Description = "Web.HelpTodayOn", HelpName = "DATE" };
        var today = new Command("today", "Web.HelpToday") { on };
        today.SetAction((parsed, stop) => shell.At(parsed, async desk =>
        {
            var day = Days.Of(parsed.GetValue(on), desk.Today) ?? desk.Today;
            var sources = desk.Services.GetRequiredService<TodaySources>();
            var cards = day == desk.Today ? await desk.Store.DealToday(sources, day, stop) : await desk.Store.CardsOn(sources, day, stop);
            if (desk.Paper.AsJson) desk.Paper.Write(TodayAnswer.Of(day, cards));
            else Print(desk.Paper, day, cards);
            return Shell.Fine;
        }, stop));
        return today;
    }

    private static void Print(Paper paper, DateOnly day, IReadOnlyList<TodayItem> cards)
    {
        paper.Line(Speech.Say("Web.TodayTitle", day));
        if (cards.Count == 0) paper.Line(Speech.Say("Web.NothingToday"));
        foreach (var card in cards)
        {
            paper.Line();
            paper.Indented(2, card.Sentence.InWords());
            foreach (var reason in card.Reasons) paper.Indented(5, reason.InWords());
            paper.Indented(5, "→ " + card.Action.InWords());
            if (card.ToType is { } typed) paper.Indented(5, typed.InWords());
        }
    }
}
