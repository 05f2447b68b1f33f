using System.CommandLine;
using System.Globalization;
using Mainstay.Cli;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Pulse;

/// <summary><c>mainstay pulse</c>: how it goes in three numbers, which way, and how often to ask.</summary>
internal static class PulseCli
{
    /// <summary>What is typed for a part that is skipped, and to end a pause.</summary>
    private const string Skipped = "skip", None = "none";

    private const int MostListed = 12;

    private static readonly DayOfWeek[] Week = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public static Command Command(Shell shell)
    {
        var values = Shell.Words("VALUE", "Pulse.HelpValues", new ArgumentArity(0, 3));
        var note = new Option<string?>("--note") { Description = "Pulse.HelpNote", HelpName = "TEXT" };
        var on = new Option<string?>("--on") { Description = "Pulse.HelpOn", HelpName = "DATE" };
        var every = new Option<string?>("--every") { Description = "Pulse.HelpEvery" }.AcceptOnlyFromAmong([.. Enum.GetNames<PulseEvery>().Select(Typed)]);
        var weekday = new Option<string?>("--weekday") { Description = "Pulse.HelpWeekday" }.AcceptOnlyFromAmong([.. Week.Select(d => Typed(d.ToString()))]);
        var pause = new Option<string?>("--pause") { Description = "Pulse.HelpPause", HelpName = "DATE" };
        var all = new Option<bool>("--all") { Description = "Pulse.HelpAll" };
        var pulse = new Command("pulse", "Pulse.Help") { values, note, on, every, weekday, pause, all, ScoreCli.Command(shell), Remove(shell) };
        pulse.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var (said, plans) = (typed.GetValue(values) ?? [], typed.GetValue(every) is not null || typed.GetValue(weekday) is not null || typed.GetValue(pause) is not null);
            var taps = said.Length > 0 || typed.GetValue(note) is not null;
            Mistaken.ThrowIf(new Problems().When(taps && plans, "every", "Pulse.TapsOrPlan"));
            if (taps) return await Keep(desk, await Read(desk, said, typed.GetValue(note), Days.Of(typed.GetValue(on), desk.Today), stop), stop);
            if (plans) return await Plan(desk, typed.GetValue(every), typed.GetValue(weekday), typed.GetValue(pause), stop);
            return await Show(desk, typed.GetValue(all), stop);
        }, stop));
        return pulse;
    }

    /// <summary>Without numbers it is a note to those that the day has.</summary>
    private static async Task<NewPulse> Read(Desk desk, string[] said, string? note, DateOnly? on, CancellationToken stop)
    {
        Mistaken.ThrowIf(new Problems().When(said.Length is not (0 or 3), "value", "Pulse.ThreeValues"));
        if (said.Length > 0) return new() { On = on, Confidence = Value(said[0]), Energy = Value(said[1]), Supported = Value(said[2]), Note = note };
        var was = await desk.Store.PulseOn(on ?? desk.Today, stop);
        return new() { On = on, Confidence = was?.Confidence, Energy = was?.Energy, Supported = was?.Supported, Note = note };
    }

    private static int? Value(string said) => said is "-" or Skipped ? null
        : int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : -1;

    private static async Task<int> Keep(Desk desk, NewPulse pulse, CancellationToken stop)
    {
        var kept = await desk.Store.KeepPulse(pulse, desk.Today, desk.Clock, stop);
        if (desk.Paper.AsJson) desk.Paper.Write(KeptPulseAnswer.Of(kept));
        else Print(desk, kept.Pulse);
        if (kept.Change is { } change) ChangesCli.HowToTakeBack(desk, change);
        return Shell.Fine;
    }

    private static async Task<int> Plan(Desk desk, string? every, string? weekday, string? pause, CancellationToken stop)
    {
        var was = await desk.Store.PulsePlan(stop);
        var until = None.Equals(pause, StringComparison.OrdinalIgnoreCase) ? null : Days.Of(pause, desk.Today);
        var plan = every is null && weekday is null ? await desk.Store.PausePulse(until, desk.Today, stop) : await desk.Store.SetPulsePlan(
            new(every is null ? was?.Every ?? PulseEvery.Week : Enum.Parse<PulseEvery>(every, true), weekday is null ? was?.Weekday ?? DayOfWeek.Friday : Enum.Parse<DayOfWeek>(weekday, true)) { QuietUntil = until }, desk.Today, stop);
        if (desk.Paper.AsJson) desk.Paper.Write(PulsePlanAnswer.Of(plan, desk.Today));
        else desk.Paper.Line(PulseWords.Plan(plan, desk.Today).InWords());
        return Shell.Fine;
    }

    private static async Task<int> Show(Desk desk, bool all, CancellationToken stop)
    {
        var view = await desk.Store.PulseView(desk.Today, stop);
        if (desk.Paper.AsJson) desk.Paper.Write(PulseViewAnswer.Of(view, desk.Today));
        else if (view.All.Count == 0) desk.Paper.Aside(Speech.Say("Pulse.NoneYet"));
        else Print(desk, view, all ? view.All.Count : MostListed);
        return Shell.Fine;
    }

    private static void Print(Desk desk, PulseView view, int most)
    {
        foreach (var trend in view.Trends) desk.Paper.Line(Speech.Say("Pulse.TrendLine", PulseWords.Part(trend.Part), trend.InWords));
        if (view.Trends.Any(t => t.Line is not null)) desk.Paper.Indented(2, Speech.Say("Pulse.TrendWhy"));
        if (view.Trends.Any(t => t.Way == PulseWay.Flat)) desk.Paper.Indented(2, Speech.Say("Pulse.FlatWhy"));
        PrintWeeks(desk.Paper, view.Weeks);
        desk.Paper.Line();
        foreach (var pulse in view.All.Take(most)) Print(desk, pulse);
        if (view.All.Count > most) desk.Paper.Aside(Speech.Say("Pulse.MoreWithAll", view.All.Count - most));
        desk.Paper.Line();
        desk.Paper.Line(PulseWords.Plan(view.Plan, desk.Today).InWords());
    }

    private static void PrintWeeks(Paper paper, IReadOnlyList<PulseWeek> weeks)
    {
        if (weeks.Count == 0) return;
        foreach (var (what, count) in (IEnumerable<(string, Func<PulseWeek, int>)>)[("Pulse.Touches", w => w.Touches), ("Pulse.Helped", w => w.Helped)])
            paper.Line(Speech.Say("Pulse.WeeksLine", new Reason(what), weeks[0].From, string.Join(' ', weeks.Select(w => count(w).ToString(CultureInfo.CurrentCulture)))));
        paper.Indented(2, Speech.Say("Pulse.NoCause"));
    }

    private static void Print(Desk desk, DayPulse pulse)
    {
        desk.Paper.Line($"{pulse.Ending()}  {pulse.On:d}  {PulseWords.Values(pulse)}");
        if (pulse.Note is { } note) desk.Paper.Indented(8, note);
    }

    private static Command Remove(Shell shell)
    {
        var id = new Argument<string>("ID") { Description = "Pulse.HelpId" };
        var remove = new Command("remove", "Pulse.HelpRemove") { id };
        remove.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var end = typed.GetValue(id)!;
            var row = (await desk.Store.AllPulses(stop)).FindAll(p => p.EndsSo(end)) is [var one] ? one : throw new NotFound("Pulse.NoneCalled", end);
            return ChangesCli.Gone(desk, row.Id, await desk.Store.RemovePulse(row.Id, desk.Clock, stop), "Pulse.SaidRemoved");
        }, stop));
        return remove;
    }

    private static string Typed(string name) => name.ToLowerInvariant();
}
