"""What people send apart from text."""

from __future__ import annotations

from typing import Any, Literal

Kind = Literal["photo", "voice", "sticker", "document", "video", "audio", "location", "contact"]


def attachment(kind: Kind, caption: str = "") -> dict[str, Any]:
    """Return the part of a message that holds an attachment of this kind."""
    file = {"file_id": f"{kind}-file", "file_unique_id": f"{kind}-unique", "file_size": 2048}
    size = {"width": 640, "height": 480}
    bodies: dict[Kind, Any] = {
        "photo": [file | size],
        "voice": file | {"duration": 3, "mime_type": "audio/ogg"},
        "sticker": file | size | {"type": "regular", "is_animated": False, "is_video": False, "emoji": "👍"},
        "document": file | {"file_name": "report.pdf", "mime_type": "application/pdf"},
        "video": file | size | {"duration": 3, "mime_type": "video/mp4"},
        "audio": file | {"duration": 3, "mime_type": "audio/mpeg"},
        "location": {"latitude": 25.276987, "longitude": 55.296249},
        "contact": {"phone_number": "+15550100", "first_name": "Bob"},
    }
    return {kind: bodies[kind]} | ({"caption": caption} if caption else {})
