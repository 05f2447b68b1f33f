using System.CommandLine;
using Mainstay.Cli;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Giving;

/// <summary>What can be said of something given back on the command line.</summary>
internal sealed class GiftOptionsCli
{
    private readonly Option<string?> kind = new Option<string?>("--kind") { Description = "Giving.HelpKind" }.AcceptOnlyFromAmong([.. Enum.GetNames<GiftKind>().Select(n => n.ToLowerInvariant())]);
    private readonly Option<string?> to = new("--to") { Description = "Giving.HelpTo", HelpName = "NAME" };
    private readonly Option<string?> at = new("--for") { Description = "Giving.HelpFor", HelpName = "NAME" };
    private readonly Option<string?> since = new("--since") { Description = "Giving.HelpSince", HelpName = "DATE" };
    private readonly Option<string?> until = new("--until") { Description = "Giving.HelpUntil", HelpName = "DATE" };
    private readonly Option<bool> goesOn = new("--goes-on") { Description = "Giving.HelpGoesOn" };
    private readonly Option<string?> hours = new("--hours") { Description = "Giving.HelpHours", HelpName = "N" };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[kind, to, at, since, until, goesOn, hours]) command.Add(option);
    }

    /// <summary>What was typed; the rest as it was.</summary>
    public async Task<NewGift> Read(Desk desk, ParseResult typed, string what, GiftLine? was, CancellationToken stop)
    {
        var last = Days.Of(typed.GetValue(until), desk.Today);
        var ends = last is not null || was?.It.Until is not null && !typed.GetValue(goesOn);
        var day = was is not null && was.It.Until == was.It.Since;
        var problems = new Problems();
        var gift = new NewGift
        {
            Kind = typed.GetValue(kind) is { } way ? Enum.Parse<GiftKind>(way, true) : was?.It.Kind ?? GiftKind.Other,
            What = what,
            PersonId = typed.GetValue(to) is not { } name ? was?.It.PersonId : Texts.Filled(name) is { } said ? (await desk.Store.FindPerson(said, stop)).Id : null,
            ForWhom = typed.GetValue(at) is { } whom ? Texts.Filled(whom) : was?.For,
            Since = Days.Of(typed.GetValue(since), desk.Today) ?? was?.It.Since,
            Until = last ?? (ends && !day ? was!.It.Until : null),
            GoesOn = typed.GetValue(goesOn) || was is not null && !ends,
            Hours = typed.GetValue(hours) is { } took ? NewGift.ReadHours(took, problems) : was?.It.Minutes / 60.0,
            Became = was?.It.Became,
        };
        Mistaken.ThrowIf(problems);
        return gift;
    }
}
