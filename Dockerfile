ARG PYTHON=3.11
FROM python:${PYTHON}-slim-bookworm

# The default build of torch brings gigabytes for graphics cards; this index has builds for processors.
ARG TORCH_INDEX=https://download.pytorch.org/whl/cpu

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 \
    ARTICLES_HOME=/data XDG_CACHE_HOME=/var/cache
WORKDIR /app

# What changes rarely first: the dependencies stay cached when only the code changes.
COPY requirements.lock ./
RUN pip install --retries 1 --extra-index-url "$TORCH_INDEX" "$(grep '^torch==' requirements.lock)"
COPY pyproject.toml README.md LICENSE ./
COPY bot bot
COPY index index
RUN pip install --constraint requirements.lock --editable . && python -m compileall -q bot index
# Made here, since where the bot runs nothing but its volume can be written.
RUN python -c "from index.models import locate; from index.settings import default_model; locate(default_model())"
COPY data/articles data/articles
COPY data/models data/models

RUN useradd --system --no-create-home bot && install -d -o bot /data
USER bot
VOLUME /data
CMD ["python", "-m", "bot"]
