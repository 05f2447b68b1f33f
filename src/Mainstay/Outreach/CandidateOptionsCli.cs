using System.CommandLine;
using Mainstay.Cli;
using Mainstay.Needs;
using Mainstay.Rhythm;

namespace Mainstay.Outreach;

/// <summary>What the command line says of a candidate; what is not said stays as it was, and an empty word takes it away.</summary>
internal sealed class CandidateOptionsCli
{
    private readonly Option<string?> headline = new("--headline") { Description = "Outreach.HelpHeadline", HelpName = "TEXT" };
    private readonly Option<string?> at = new("--organization") { Description = "Outreach.HelpOrganization", HelpName = "NAME" };
    private readonly Option<string?> origin = new Option<string?>("--origin") { Description = "Outreach.HelpOrigin", HelpName = "ORIGIN" }.AcceptOnly<Origin>();
    private readonly Option<string?> from = new("--from") { Description = "Outreach.HelpFrom", HelpName = "TEXT" };
    private readonly Option<string?> need = new("--need") { Description = "Outreach.HelpNeed", HelpName = "NEED" };
    private readonly Option<string?> topic = new("--topic") { Description = "Outreach.HelpTopic", HelpName = "TOPIC" };
    private readonly Option<string?> role = new("--role") { Description = "Outreach.HelpRole", HelpName = "ROLE" };
    private readonly Option<string?> mail = new("--mail") { Description = "Outreach.HelpMail", HelpName = "ADDRESS" };
    private readonly Option<string?> link = new("--link") { Description = "Outreach.HelpLink", HelpName = "ADDRESS" };
    private readonly Option<string?> note = new("--note") { Description = "Outreach.HelpNote", HelpName = "TEXT" };
    private readonly Option<string?> next = new("--next") { Description = "Outreach.HelpNext", HelpName = "TEXT" };
    private readonly Option<string?> on = new("--on") { Description = "Outreach.HelpNextOn", HelpName = "DATE" };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { headline, at, origin, from, need, topic, role, mail, link, note, next, on }) command.Add(option);
    }

    public async Task<NewCandidate> Onto(NewCandidate was, ParseResult typed, Desk desk, CancellationToken stop) => was with
    {
        Headline = typed.GetValue(headline) ?? was.Headline,
        Organization = typed.GetValue(at) ?? was.Organization,
        Origin = typed.GetValue(origin) is { } said ? Enum.Parse<Origin>(said, true) : was.Origin,
        OriginText = typed.GetValue(from) ?? was.OriginText,
        NeedId = typed.GetValue(need) switch { null => was.NeedId, "" => null, { } wanted => (await desk.Store.FindNeed(wanted, stop)).Id },
        Topic = typed.GetValue(topic) ?? was.Topic,
        Role = typed.GetValue(role) ?? was.Role,
        Mail = Words.Texts.Filled(typed.GetValue(mail) ?? was.Mail),
        Link = Words.Texts.Filled(typed.GetValue(link) ?? was.Link),
        Note = typed.GetValue(note) ?? was.Note,
        NextStep = typed.GetValue(next) ?? was.NextStep,
        NextOn = typed.GetValue(on) is "" ? null : Days.Of(typed.GetValue(on), desk.Today) ?? was.NextOn,
    };
}
