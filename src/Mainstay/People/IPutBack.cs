using Mainstay.Storage;

namespace Mainstay.People;

/// <summary>A room that can make something again what it was before somebody changed or removed it.</summary>
public interface IPutBack
{
    /// <summary>Whether it is this room that kept such a thing.</summary>
    bool Knows(string kind);

    /// <summary>In the open transaction. Refused when it was changed again since.</summary>
    Task PutBack(Store store, Former former, TimeProvider clock, CancellationToken stop);
}
