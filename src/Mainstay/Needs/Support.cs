using Mainstay.Words;

namespace Mainstay.Needs;

/// <summary>From what it is known that somebody can meet a need.</summary>
public enum SupportBasis
{
    /// <summary>They agreed to it themselves, and it runs.</summary>
    Agreed,

    /// <summary>The owner said so.</summary>
    Said,

    /// <summary>It was gathered from their roles, topics or favours.</summary>
    Inferred,
}

/// <summary>A person and a need they may meet.</summary>
public sealed record Support(Guid NeedId, Guid PersonId, string Name, Ability Ability, SupportBasis Basis)
{
    /// <summary>The last day of what they agreed to.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>What they agreed to.</summary>
    public string? Scope { get; init; }

    public required Reason Reason { get; init; }

    /// <summary>What the owner said of somebody, as it stands on a day.</summary>
    public static Support Of(Supporter said, string name, DateOnly on)
    {
        var agreed = said.HasAgreed(on);
        return new(said.NeedId, said.PersonId, name, said.Ability, agreed ? SupportBasis.Agreed : SupportBasis.Said)
        {
            Until = agreed ? said.AgreedUntil : null,
            Scope = agreed ? said.Scope : null,
            Reason = !agreed ? new("Needs.BySaying", said.SaidOn) : said.AgreedUntil is { } until ? new("Needs.ByAgreementUntil", until) : new("Needs.ByAgreement"),
        };
    }
}
