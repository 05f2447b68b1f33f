using Mainstay.Accounts;
using Mainstay.Circles;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Rounds;

/// <summary>What somebody said in rounds of their circles, whom they will not be with among it, for the file of their account.</summary>
internal sealed class RoundsFileSource : IAccountFileSection
{
    public string Name => "rounds";

    public async Task<object?> Of(Store store, Guid account, CancellationToken stop)
    {
        var rounds = store.InCirclesOf<Round>(account);
        var signed = await store.InCirclesOf<RoundSignUp>(account).Where(s => s.MemberId == account).Join(rounds, s => new { s.SpaceId, Id = s.RoundId }, r => new { r.SpaceId, r.Id }, (s, r) => new { Round = r.Title, r.Kind, SignUp = s }).ToListAsync(stop);
        if (signed.Count == 0) return null;
        var named = signed.SelectMany(s => s.SignUp.Avoided.Concat(s.SignUp.Preferred)).Distinct().ToList();
        var members = await store.InCirclesOf<Member>(account).Where(m => m.LeftAt == null && named.Contains(m.Id)).Select(m => new { m.SpaceId, m.Id, m.Name }).ToListAsync(stop);
        var names = members.ToDictionary(m => (m.SpaceId, m.Id), m => m.Name);
        IReadOnlyList<string> Named(RoundSignUp of, IEnumerable<Guid> some) => [.. some.Select(id => names.GetValueOrDefault((of.SpaceId, id))).OfType<string>()];
        return signed.OrderBy(s => s.SignUp.At).ThenBy(s => s.SignUp.Id).Select(s => new
        {
            s.Round, s.Kind, s.SignUp.Side, s.SignUp.Places, s.SignUp.Wants, s.SignUp.Offers, s.SignUp.Times, s.SignUp.Organization, s.SignUp.AvoidsColleagues, s.SignUp.Note, s.SignUp.IsPaused, s.SignUp.At,
            Avoid = Named(s.SignUp, s.SignUp.Avoided), Prefers = Named(s.SignUp, s.SignUp.Preferred),
        }).ToList();
    }
}
