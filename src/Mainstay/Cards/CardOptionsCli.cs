using System.CommandLine;

namespace Mainstay.Cards;

/// <summary>The options with which a command says what a card shows.</summary>
internal sealed class CardOptionsCli
{
    private readonly Option<string?> name = new("--name") { Description = "Cards.HelpName", HelpName = "NAME" };
    private readonly Option<string?> pronouns = new("--pronouns") { Description = "Cards.HelpPronouns", HelpName = "PRONOUNS" };
    private readonly Option<string?> headline = new("--headline") { Description = "Cards.HelpHeadline", HelpName = "TEXT" };
    private readonly Option<string?> organization = new("--organization") { Description = "Cards.HelpOrganization", HelpName = "NAME" };
    private readonly Option<string?> mail = new("--mail") { Description = "Cards.HelpMail", HelpName = "ADDRESS" };
    private readonly Option<string?> phone = new("--phone") { Description = "Cards.HelpPhone", HelpName = "NUMBER" };
    private readonly Option<string[]> links = new("--link") { Description = "Cards.HelpLink", HelpName = "URL" };
    private readonly Option<string?> pitch = new("--pitch") { Description = "Cards.HelpPitch", HelpName = "TEXT" };
    private readonly Option<string?> seeks = new("--seeks") { Description = "Cards.HelpSeeks", HelpName = "TEXT" };
    private readonly Option<string?> offers = new("--offers") { Description = "Cards.HelpOffers", HelpName = "TEXT" };

    public void On(Command command)
    {
        foreach (var option in (Option[])[name, pronouns, headline, organization, mail, phone, links, pitch, seeks, offers]) command.Add(option);
    }

    /// <summary>What the card shows with everything that was typed; what was not typed stays, and what was typed empty goes.</summary>
    public CardText Read(ParseResult typed, CardText was) => new()
    {
        Name = typed.GetValue(name) ?? was.Name,
        Pronouns = typed.GetValue(pronouns) ?? was.Pronouns,
        Headline = typed.GetValue(headline) ?? was.Headline,
        Organization = typed.GetValue(organization) ?? was.Organization,
        Mail = typed.GetValue(mail) ?? was.Mail,
        Phone = typed.GetValue(phone) ?? was.Phone,
        Links = typed.GetResult(links) is null ? was.Links : typed.GetValue(links) ?? [],
        Pitch = typed.GetValue(pitch) ?? was.Pitch,
        Seeks = typed.GetValue(seeks) ?? was.Seeks,
        Offers = typed.GetValue(offers) ?? was.Offers,
    };
}
