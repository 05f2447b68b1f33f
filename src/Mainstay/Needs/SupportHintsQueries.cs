using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Needs;

/// <summary>Gathers from roles and topics who may meet a need, among those whom the owner has placed near: who is further off is somebody to think of, not somebody to count on.</summary>
internal sealed class SupportHintsQueries : ISupportHints
{
    public async Task<IReadOnlyList<SupportHint>> Hints(Store store, IReadOnlyList<Need> needs, DateOnly today, CancellationToken stop)
    {
        if (needs.Count == 0) return [];
        var roles = (await NearRoles.For(store)(store, today).ToListAsync(stop)).ToLookup(r => r.Person, r => r.Word);
        var topics = (await NearTopics.For(store)(store).ToListAsync(stop)).ToLookup(t => t.Person, t => (t.Word, TopicWords.Of(t.Word)));
        var wanted = needs.Select(n => (Need: n, Words: TopicWords.Of(n.Topic))).ToList();
        return
        [
            .. from person in roles.Select(r => r.Key).Union(topics.Select(t => t.Key))
               let their = (Roles: roles[person].ToList(), Topics: topics[person].ToList())
               from need in wanted
               let likely = LikelySupport.Of(need.Need, need.Words, their.Roles, their.Topics)
               where likely is not null
               select new SupportHint(need.Need.Id, person, likely.Value.Ability, likely.Value.Reason),
        ];
    }

    private sealed record WordOf(Guid Person, string Word);

    private static readonly Question<Func<Store, DateOnly, IAsyncEnumerable<WordOf>>> NearRoles = new(() => EF.CompileAsyncQuery((Store store, DateOnly today) =>
        from tie in store.Set<Tie>()
        where tie.Layer == Layer.Core || tie.Layer == Layer.Close || tie.Layer == Layer.Extended
        join role in store.Set<Role>() on tie.Id equals role.PersonId
        where (role.Until == null || role.Until > today) && tie.Verdict != Verdict.Over
        orderby role.Position
        select new WordOf(role.PersonId, role.Name)));

    private static readonly Question<Func<Store, IAsyncEnumerable<WordOf>>> NearTopics = new(() => EF.CompileAsyncQuery((Store store) =>
        from tie in store.Set<Tie>()
        where tie.Layer == Layer.Core || tie.Layer == Layer.Close || tie.Layer == Layer.Extended
        join tag in store.Set<Tag>() on tie.Id equals tag.PersonId
        where tag.Kind == TagKind.Topic && tie.Verdict != Verdict.Over
        orderby tag.Position
        select new WordOf(tag.PersonId, tag.Name)));
}
