using Mainstay.Storage;

namespace Mainstay.Api;

/// <summary>What was answered to a request with an Idempotency-Key: the same again is answered the same, and done once. Its id is made of the key.</summary>
public sealed class KeptAnswer : IOwned
{
    public Guid SpaceId { get; set; }

    public required Guid Id { get; init; }

    /// <summary>A fingerprint of all that was sent.</summary>
    public required byte[] Request { get; init; }

    public int Status { get; init; }

    public string? Location { get; init; }

    public byte[]? Body { get; init; }

    public DateTime At { get; init; }
}
