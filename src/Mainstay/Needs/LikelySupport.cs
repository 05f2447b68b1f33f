using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Needs;

/// <summary>What can be gathered about a person's ability to meet a need before anybody said so: from what they are to the owner, and from what they know about. Never more than "good".</summary>
public static class LikelySupport
{
    /// <summary>What each role usually gives (models.md 2.1), each as <see cref="KnownRoles"/> calls it.</summary>
    private static readonly Dictionary<string, SupportKind[]> Givers = new()
    {
        ["mentor"] = [SupportKind.Guidance, SupportKind.Encouragement],
        ["advisor"] = [SupportKind.Guidance, SupportKind.Knowledge],
        ["coach"] = [SupportKind.Emotional, SupportKind.Accountability, SupportKind.Encouragement],
        ["peer"] = [SupportKind.Emotional, SupportKind.Accountability, SupportKind.Collaboration, SupportKind.Encouragement, SupportKind.Community],
        ["colleague"] = [SupportKind.Collaboration, SupportKind.Knowledge],
        ["partner"] = [SupportKind.Collaboration, SupportKind.Opportunities],
        ["sponsor"] = [SupportKind.Opportunities],
        ["investor"] = [SupportKind.Opportunities],
        ["expert"] = [SupportKind.Knowledge],
        ["teacher"] = [SupportKind.Knowledge, SupportKind.Guidance],
        ["friend"] = [SupportKind.Emotional, SupportKind.Encouragement],
        ["family"] = [SupportKind.Emotional, SupportKind.Encouragement],
    };

    /// <summary>What these kinds are about is a subject: a role alone says nothing of it.</summary>
    private static readonly SupportKind[] OfASubject = [SupportKind.Knowledge, SupportKind.Opportunities, SupportKind.Collaboration];

    /// <summary>What a person of this role usually gives; nothing when the word is not known.</summary>
    public static IReadOnlyList<SupportKind> GivenBy(string role) => Givers.GetValueOrDefault(KnownRoles.Meant(role), []);

    /// <summary>How well somebody may meet a need, and why; null when nothing speaks for it.</summary>
    public static (Ability Ability, Reason Reason)? Of(Need need, TopicWords wanted, IReadOnlyList<string> roles, IEnumerable<(string Name, TopicWords Words)> topics)
    {
        var role = roles.FirstOrDefault(r => GivenBy(r).Contains(need.Kind));
        var topic = topics.Where(t => t.Words.Meets(wanted)).Select(t => t.Name).FirstOrDefault();
        return (role, topic) switch
        {
            ({ } r, { } t) => (Ability.Good, new("Needs.ByRoleAndTopic", PersonWords.Role(r), t)),
            (null, { } t) => (need.Kind == SupportKind.Knowledge ? Ability.Good : Ability.Maybe, new("Needs.ByTopic", t)),
            ({ } r, null) when !OfASubject.Contains(need.Kind) => (Ability.Maybe, new("Needs.ByRole", PersonWords.Role(r))),
            _ => null,
        };
    }
}
