using System.CommandLine;
using Mainstay.Cli;
using Mainstay.Needs;
using Mainstay.Rhythm;

namespace Mainstay.Memberships;

/// <summary>The options with which a command says what a membership is.</summary>
internal sealed class MembershipOptionsCli
{
    private readonly Option<string?> kind = new Option<string?>("--kind") { Description = "Memberships.HelpKind", HelpName = "KIND" }.AcceptOnly<MembershipKind>();
    private readonly Option<string[]> needs = new("--for") { Description = "Memberships.HelpFor", HelpName = "TOPIC" };
    private readonly Option<string?> role = new("--role") { Description = "Memberships.HelpRole", HelpName = "TEXT" };
    private readonly Option<string?> benefits = new("--benefits") { Description = "Memberships.HelpBenefits", HelpName = "TEXT" };
    private readonly Option<string?> dues = new("--dues") { Description = "Memberships.HelpDues", HelpName = "AMOUNT" };
    private readonly Option<string?> currency = new("--currency") { Description = "Memberships.HelpCurrency", HelpName = "CODE" };
    private readonly Option<string?> period = new Option<string?>("--paid") { Description = "Memberships.HelpPaid", HelpName = "PERIOD" }.AcceptOnly<DuesPeriod>();
    private readonly Option<string?> renews = new("--renews") { Description = "Memberships.HelpRenews", HelpName = "DATE" };
    private readonly Option<bool?> itself = new("--renews-itself") { Description = "Memberships.HelpRenewsItself", HelpName = "true|false" };
    private readonly Option<double?> hours = new("--hours") { Description = "Memberships.HelpHours", HelpName = "NUMBER" };
    private readonly Option<string?> link = new("--link") { Description = "Memberships.HelpLink", HelpName = "URL" };
    private readonly Option<string?> note = new("--note") { Description = "Memberships.HelpNote", HelpName = "TEXT" };

    public void On(Command command)
    {
        foreach (var option in (Option[])[kind, needs, role, benefits, dues, currency, period, renews, itself, hours, link, note]) command.Add(option);
    }

    /// <summary>The membership with everything that was typed; what was not typed stays.</summary>
    public async Task<MembershipDetails> Read(Desk desk, MembershipDetails was, CancellationToken stop)
    {
        var typed = desk.Parsed;
        var named = new List<Guid>();
        foreach (var topic in typed.GetValue(needs) ?? []) named.Add((await desk.Store.FindNeed(topic, stop)).Id);
        var amount = typed.GetValue(dues) ?? was.Dues;
        return was with
        {
            Kind = typed.GetValue(kind) is { } k ? Enum.Parse<MembershipKind>(k, true) : was.Kind,
            NeedIds = typed.GetResult(needs) is null ? was.NeedIds : named,
            Role = typed.GetValue(role) ?? was.Role,
            Benefits = typed.GetValue(benefits) ?? was.Benefits,
            Dues = amount,
            Currency = typed.GetValue(currency) ?? was.Currency,
            Period = typed.GetValue(period) is { } p ? Enum.Parse<DuesPeriod>(p, true) : string.IsNullOrWhiteSpace(amount) ? DuesPeriod.None : was.Period == DuesPeriod.None ? DuesPeriod.Yearly : was.Period,
            RenewsOn = Days.OrNone(typed.GetValue(renews), desk.Today, was.RenewsOn),
            RenewsItself = typed.GetValue(itself) ?? was.RenewsItself,
            HoursAMonth = typed.GetValue(hours) ?? was.HoursAMonth,
            Link = typed.GetValue(link) ?? was.Link,
            Note = typed.GetValue(note) ?? was.Note,
        };
    }
}
